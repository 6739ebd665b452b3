using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Narration;

/// <summary>
/// How hard a text is to read, as a school year: for English the Automated Readability Index (Senter and Smith 1967),
/// for Vietnamese the formula of Nguyen and Henkin (1982). Other languages have no formula here.
/// </summary>
public static class ReadingLevel
{
    /// <summary>School year, 1 and up; null where the language has no formula or there is nothing to read.</summary>
    public static double? Of(IReadOnlyList<string> sentences, LanguageTag language)
    {
        var words = sentences.SelectMany(WordReader.Read).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var letters = (double)words.Sum(w => w.Length) / words.Count;
        var length = (double)words.Count / sentences.Count;
        return language.Code switch
        {
            "en" => Math.Max(1, 4.71 * letters + 0.5 * length - 21.43),
            "vi" => Math.Max(1, 2 * letters + 0.2 * length - 6),
            _ => null,
        };
    }
}
