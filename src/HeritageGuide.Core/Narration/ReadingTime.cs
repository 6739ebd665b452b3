using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Narration;

/// <summary>About how long a text takes to say, before any voice has said it.</summary>
public static class ReadingTime
{
    /// <summary>Seconds: words (or letters, in scripts without spaces) by the pace of the language, and a breath after each sentence.</summary>
    public static double Seconds(IEnumerable<string> sentences, LanguageTag language)
    {
        var perSecond = language.Code switch { "vi" => 3.6, "en" => 2.6, "fr" => 2.8, "ko" => 5.5, "zh" => 4.2, "ja" => 6.5, _ => 5.0 };
        return sentences.Sum(s => WordReader.Read(s).Count / perSecond + 0.4);
    }
}
