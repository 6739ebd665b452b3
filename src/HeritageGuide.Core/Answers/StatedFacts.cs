using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>The checkable pieces of a text: numbers (also spelled out, also months) and capitalised names.</summary>
/// <param name="Digits">Numbers written in digits, without separators.</param>
/// <param name="Spelled">Numbers written as words.</param>
/// <param name="Names">Capitalised words, folded; not the first word of the text unless another follows.</param>
/// <param name="Openers">Those of the names that open a sentence, where an ordinary word is capitalised too.</param>
public sealed record StatedFacts(IReadOnlySet<string> Digits, IReadOnlySet<int> Spelled, IReadOnlySet<string> Names, IReadOnlySet<string> Openers)
{
    // Words that are capitalised by custom and name nothing by themselves.
    private static readonly HashSet<string> Customary =
    [
        "ngay", "thang", "nam", "the", "i", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "monday", "sunday", "mr", "mrs", "dr", "bao", "tap", "trang", "dai", "cong", "wikipedia", "ban", "quoc", "lo", "battle", "national", "road",
    ];

    /// <summary>What the text states.</summary>
    public static StatedFacts Of(string text, LanguageTag language)
    {
        var words = WordReader.Read(text);
        var digits = words.Where(w => w.Script == Script.Digits).Select(w => w.Folded).ToHashSet();
        var (names, openers) = (new HashSet<string>(), new HashSet<string>());
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Script != Script.Latin || !char.IsUpper(text[word.Start]) || Customary.Contains(word.Folded) || word.Length < 2)
            {
                continue;
            }

            var opens = OpensSentence(text, word.Start);
            var nextIsName = i + 1 < words.Count && words[i + 1].Script == Script.Latin && char.IsUpper(text[words[i + 1].Start]);
            if (!opens || nextIsName)
            {
                names.Add(word.Folded);
                if (opens)
                {
                    openers.Add(word.Folded);
                }
            }
        }

        return new StatedFacts(digits, SpelledNumbers.In(words, language), names, openers);
    }

    private static bool OpensSentence(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '“' or '(' or '«' or '\'' or '‘'))
        {
            at--;
        }

        return at < 0 || text[at] is '.' or '!' or '?' or ':' or ';' or '…';
    }
}
