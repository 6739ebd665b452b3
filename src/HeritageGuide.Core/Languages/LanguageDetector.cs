namespace HeritageGuide.Core.Languages;

/// <summary>What a text seems to be written in.</summary>
/// <param name="Language">The language; null where the text fits any (names alone, numbers).</param>
/// <param name="Unmarked">True for Vietnamese typed without diacritics.</param>
public sealed record DetectedLanguage(LanguageTag? Language, bool Unmarked);

/// <summary>Recognises the seven languages, and Vietnamese typed without diacritics, from two words up.</summary>
public sealed class LanguageDetector(LanguageModel model)
{
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

        var latin = words.Where(w => w.Script == Script.Latin).Select(w => w.Marked).ToList();
        return latin.Count == 0 ? new DetectedLanguage(null, false) : model.Classify(text, latin);
    }
}
