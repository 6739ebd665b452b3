using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>
/// Notices when a sentence on several claims puts the number of one onto what another says: each part of the sentence that states a number
/// must be carried best by a claim that holds that number.
/// </summary>
internal static partial class ClaimFusion
{
    /// <summary>A claim without the number may carry this much more of the part's words before the number counts as taken from elsewhere.</summary>
    private const double Tolerance = 1.15;

    /// <summary>A part of fewer words goes with the one behind it: "In 1903, …".</summary>
    private const int ShortPart = 5;

    public static bool IsIn(ProposedSentence sentence, LanguageTag language, Func<string, Evidence> evidenceOf)
    {
        if (sentence.Claims.Count < 2)
        {
            return false;
        }

        var claims = sentence.Claims.Select(evidenceOf).ToList();
        foreach (var part in PartsOf(sentence.Text))
        {
            var stated = StatedFacts.Of(part, language);
            string[] words = [.. WordReader.Read(part).Where(w => w.Script != Script.Digits && w.Length > 1).Select(w => w.Folded).Distinct()];
            var best = claims.Max(c => words.Count(c.HasWord));
            foreach (var number in stated.Digits)
            {
                var holding = claims.Where(c => c.HasNumber(number)).Select(c => words.Count(c.HasWord)).DefaultIfEmpty(0).Max();
                if (words.Length > 2 && best > Tolerance * holding)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string> PartsOf(string sentence)
    {
        var parts = new List<string>();
        foreach (var part in Parts().Split(sentence))
        {
            if (parts.Count > 0 && (WordReader.Read(parts[^1]).Count < ShortPart || WordReader.Read(part).Count < ShortPart))
            {
                parts[^1] += ", " + part;
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    [GeneratedRegex(@"(?<!\d)[,;:](?!\d)|[;:.](?= )|, | (?:và|còn|trong khi|rồi|and|while|whereas|then) ", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
