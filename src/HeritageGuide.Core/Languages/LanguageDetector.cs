namespace HeritageGuide.Core.Languages;

/// <summary>What a text seems to be written in.</summary>
/// <param name="Language">The language; null where the text fits any (names alone, numbers).</param>
/// <param name="Unmarked">True for Vietnamese typed without diacritics.</param>
public sealed record DetectedLanguage(LanguageTag? Language, bool Unmarked);

/// <summary>Recognises the seven languages, and Vietnamese typed without diacritics, from two words up.</summary>
public sealed class LanguageDetector(LanguageModel model)
{
    private const int FewestWords = 2;

    // Words that open a question and are no word of the other languages: two of them before a long name would be outvoted by it.
    private static readonly Dictionary<string, LanguageTag> s_openings = ((string[])
        [
            "where", "what", "who", "whom", "whose", "when", "why", "how", "which", "is", "are", "was", "were", "did", "does", "could", "would", "should", "please", "tell", "explain", "describe",
        ]).Select(w => (w, LanguageTag.English)).Concat(((string[])
        [
            "où", "quel", "quelle", "quels", "quelles", "quand", "pourquoi", "comment", "combien", "qu", "est", "parlez", "racontez", "expliquez", "décrivez", "dites",
        ]).Select(w => (w, LanguageTag.French))).ToDictionary();

    /// <summary>Detects the language of a question.</summary>
    public DetectedLanguage Detect(string text)
    {
        var words = WordReader.Read(text);
        var scripts = words.GroupBy(w => w.Script).ToDictionary(g => g.Key, g => g.Count());
        int Count(Script script) => scripts.GetValueOrDefault(script);
        if (Count(Script.Khmer) > 0)
        {
            return new DetectedLanguage(LanguageTag.Khmer, false);
        }

        if (Count(Script.Hangul) > 0)
        {
            return new DetectedLanguage(LanguageTag.Korean, false);
        }

        if (Count(Script.Hiragana) + Count(Script.Katakana) > 0)
        {
            return new DetectedLanguage(LanguageTag.Japanese, false);
        }

        if (Count(Script.Han) > 0)
        {
            return new DetectedLanguage(LanguageTag.Chinese, false);
        }

        var latin = words.Where(w => w.Script == Script.Latin).ToList();
        if (latin.Count == 0)
        {
            return new DetectedLanguage(null, false);
        }

        if (s_openings.TryGetValue(latin[0].Marked, out var opened))
        {
            return new DetectedLanguage(opened, false);
        }

        // A Vietnamese name does not make an English question Vietnamese.
        var common = latin.Where((w, i) => i == 0 || !char.IsUpper(text[w.Start])).ToList();
        return model.Classify(text, [.. (common.Count >= FewestWords ? common : latin).Select(w => w.Marked)]);
    }
}
