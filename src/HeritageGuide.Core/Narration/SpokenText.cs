using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Narration;

/// <summary>Turns what is written into what is said. The only place where text is changed for the ear.</summary>
public static partial class SpokenText
{
    /// <summary>The sentence as a voice should read it: lexicon first, then dates, numbers, units and numerals of the language.</summary>
    public static string Of(string sentence, LanguageTag language, Lexicon lexicon)
    {
        var text = lexicon.Speak(sentence.Normalize());
        text = Quotes().Replace(text, "");
        text = language.Code switch
        {
            "vi" => SpokenVietnamese.Speak(text),
            "en" => SpokenEnglish.Speak(text),
            _ => text,
        };
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex("[\"“”«»„*_#`]")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
