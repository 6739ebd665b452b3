using System.Text;
using System.Text.RegularExpressions;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Core.Answers;

/// <summary>Brings questions and cues to one form before they are compared: short forms written out, ordinals and Roman numerals as digits.</summary>
public static partial class QuestionText
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nhất"] = 1, ["nhứt"] = 1, ["đầu"] = 1, ["hai"] = 2, ["nhì"] = 2, ["ba"] = 3, ["tư"] = 4, ["bốn"] = 4, ["năm"] = 5, ["sáu"] = 6, ["bảy"] = 7, ["tám"] = 8, ["chín"] = 9, ["mười"] = 10,
        ["nhat"] = 1, ["dau"] = 1, ["tu"] = 4, ["bon"] = 4, ["nam"] = 5, ["sau"] = 6, ["bay"] = 7, ["tam"] = 8, ["chin"] = 9, ["muoi"] = 10,
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7,
        ["premier"] = 1, ["première"] = 1, ["deuxième"] = 2, ["seconde"] = 2, ["troisième"] = 3, ["quatrième"] = 4, ["cinquième"] = 5,
        ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["첫"] = 1, ["두"] = 2, ["세"] = 3, ["네"] = 4,
    };

    /// <summary>The text, with the digits of its ordinals and numerals added behind them.</summary>
    public static string Normalize(string text)
    {
        var written = ChatVietnamese.WriteOut(text);
        var found = new StringBuilder(written);
        foreach (Match match in Ordinal().Matches(written))
        {
            var word = match.Groups["w"].Value;
            if (Ordinals.TryGetValue(word, out var number))
            {
                found.Append(' ').Append(number);
            }
        }

        foreach (Match match in Roman().Matches(written))
        {
            if (RomanNumeral.Parse(match.Value) is { } number)
            {
                found.Append(' ').Append(number);
            }
        }

        return found.ToString();
    }

    [GeneratedRegex(@"\b(?:thứ|thu|lần thứ|lần|lan|trận|tran|Vu|vu) (?<w>nhất|nhứt|đầu|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|nhat|dau|tu|bon|nam|sau|bay|tam|chin|muoi)\b|\b(?<w>first|second|third|fourth|fifth|sixth|seventh|premier|première|deuxième|seconde|troisième|quatrième|cinquième)\b|第(?<w>[一二三四五])|(?<w>[첫두세네]) ?번째", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[IVX]{1,5}(?![\p{L}\p{N}])")]
    private static partial Regex Roman();
}
