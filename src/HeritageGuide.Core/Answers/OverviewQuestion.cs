using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Recognises a question for the whole of a subject ("Tell me about …", "Đây là gì?", a bare name): beside the subject's name it says nothing but that.</summary>
public static partial class OverviewQuestion
{
    /// <summary>Whether a question asks for the whole.</summary>
    /// <param name="question">As typed.</param>
    /// <param name="names">Names of the subject as they may stand in it, folded.</param>
    public static bool Asks(string question, IEnumerable<string> names)
    {
        var rest = $" {Apart().Replace(VietnameseText.Fold(ChatVietnamese.WriteOut(question)), " ")} ";
        var named = false;
        foreach (var name in names.Select(n => Apart().Replace(n, " ").Trim()).Where(n => n.Length > 0).OrderByDescending(n => n.Length))
        {
            // Scripts without spaces put a name right beside the next word.
            var found = name[0] < '\u1000' ? $" {name} " : name;
            named |= rest.Contains(found, StringComparison.Ordinal);
            rest = rest.Replace(found, "  ", StringComparison.Ordinal);
        }

        var asks = Asking().IsMatch(rest);
        rest = Around().Replace(Asking().Replace(rest, "  ").Replace(" ", "  ", StringComparison.Ordinal), " ");
        return (named || asks) && string.IsNullOrWhiteSpace(rest);
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+")]
    private static partial Regex Apart();

    // What asks for the whole.
    [GeneratedRegex(
        " (gioi thieu|thuyet minh|tom tat|tong quan|so luoc|tim hieu|thong tin|ke (?:them|tiep|cho|chuyen|ve|nghe)|noi (?:them|ve|cho|ro)|cho (?:toi|minh|em|con|chau|tui|ban) biet|la gi|la ai|la dau|la noi nao|la cho nao|lich su"
        + "|cai gi|co gi (?:hay|dac biet|noi bat|dang xem)|tell (?:me|us)(?: (?:more|something|a bit))?(?: about)?|what is|what s|what are|what was|what were|whats|who is|who was|who were|who s|introduce|describe|overview|summar(?:y|ise|ize)|history of"
        + "|information (?:on|about)|explain|more about|learn about|parlez? (?:moi|nous)|presentez?|qu est ce que|qu est ce qu|c est quoi|decri(?:s|vez)|resume[rz]?|en savoir plus|histoire de|qui est|qui etait|dites m en plus|informations? sur) "
        + "|介绍|讲讲|讲述|说说|告诉|简介|概况|是什么|什么地方|是谁|历史|了解|에 대해서?|알려|말해|설명|소개|어떤 곳|무엇|뭐|누구|역사|について|教えて|話して|説明|紹介|とは|何|誰|だれ|どんな|歴史|概要"
        + "|ប្រាប់|អំពី|ណែនាំ|ជាអ្វី|អ្វី|នរណា|ប្រវត្តិ", RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    // What may stand around it.
    [GeneratedRegex(
        " (?:hay|xin|vui|long|lam|on|cho|toi|minh|em|con|chau|tui|ban|nghe|biet|xem|hieu|ve|mot|chut|it|them|nua|nhe|voi|di|a|ha|the|vay|thi|duoc|khong|ngan|gon|doi|net|cua|tich|dia|diem|nay|day|do|noi|cho|o|la|ro|anh|chi"
        + "|please|can|could|you|me|us|the|an|this|that|these|place|site|here|it|is|of|and|thing|monument|relic|briefly|i|want|know|would|like|to|spot|story|more|about|some"
        + "|le|les|un|une|de|du|des|d|l|ce|cet|cette|ces|lieu|ici|c|est|que|moi|s|il|vous|plait|sur|je|voudrais|peux|tu|pouvez|endroit|ca|cela|en|m) "
        + "|请|一下|这|那|里|个|地方|遗址|景点|给|我|们|关于|的|吗|呢|是|什么|样|更多|이|곳|여기|은|는|가|을|를|의|해|주세요|줘|주십시오|인가요|입니까|예요|에요|인지|더|좀|ここ|この|これ|は|の|を|です|か|ください|が|こと|に|なん|ところ|場所|もっと|して"
        + "|កន្លែង|ទីនេះ|នេះ|ជា|គឺ|តើ|សូម|ខ្ញុំ|បន្ថែម|រឿង|ពី|ឱ្យ|ដឹង", RegexOptions.CultureInvariant)]
    private static partial Regex Around();
}
