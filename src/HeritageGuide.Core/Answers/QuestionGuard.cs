using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Recognises questions that try to command the guide instead of asking it. What is merely off-topic is left to the evidence.</summary>
public static partial class QuestionGuard
{
    /// <summary>Whether the text gives orders to the guide, asks for its instructions, or asks it to insult or invent.</summary>
    public static bool IsInjection(string text)
    {
        var folded = VietnameseText.Fold(text);
        return Orders().IsMatch(folded) || OtherScripts().IsMatch(text);
    }

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|bypass|override)\b.{0,40}\b(instruction|rule|prompt|previous|above|guide|everything)|\bsystem prompt\b|\b(your|the) (hidden |secret |initial )?(prompt|instructions)\b"
        + @"|\byou are (now|no longer)\b|\bpretend (to be|you)\b|\bact as\b|\bjailbreak\b|\bdeveloper mode\b|\bdo anything now\b"
        + @"|\b(bo qua|quen|lo di|phot lo|dung theo)\b.{0,40}\b(huong dan|chi dan|quy tac|menh lenh|lenh|tren|luat|vai tro)\b|\b(cau lenh|loi nhac|prompt|chi thi) he thong\b|\bin (nguyen van|ra) .{0,30}(prompt|lenh|huong dan)"
        + @"|\b(hay )?(dong vai|gia vo|gia lam)\b|\btu gio ban la\b"
        + @"|\b(ignore[zs]?|oublie[zs]?|oublier)\b.{0,40}\b(instructions|consignes|regles|precedentes)\b|\b(invite|prompt|consignes?) (systeme|de depart)\b"
        + @"|\b(write|say|tell|viet|noi)\b.{0,60}\b(stupid|idiots?|ngu ngoc|ngu dot|insult|xuc pham|chui)\b|\b(make up|fabricate|invent|bia ra|bia dat|bia chuyen)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Orders();

    [GeneratedRegex(@"忽略.{0,20}(规则|指令|指示|提示|说明)|系统提示|提示词|(이전|위의?|모든).{0,15}(지시|명령|규칙).{0,10}(무시|잊)|시스템 프롬프트|(以前|これまで|上記|すべて).{0,15}(指示|命令|ルール|規則).{0,10}(無視|忘れ)|システムプロンプト|បំភ្លេច.{0,30}(ច្បាប់|ការណែនាំ)|មិនអើពើ.{0,30}(ច្បាប់|ការណែនាំ)")]
    private static partial Regex OtherScripts();

    /// <summary>Whether the text holds program code: nobody asks a guide of relics in it.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex(@"\bwhile\s*\(?\s*(?:true|1)\b|\b(?:print|printf|alert|console\.log|range|len)\s*\(|\bfunction\s*\w*\s*\(|\bdef\s+\w+\s*\(|\bselect\b.+\bfrom\b\s+\w+\s*(?:where|;|$)|#include\b|\bimport\s+\w+\s*;|\w+\(\)\s*;|==|=>|&&|\bfor\s*\(.*;", RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
