using System.Text.Json.Serialization;

namespace HeritageGuide.Core.Languages;

/// <summary>A short text in several languages, keyed by language code.</summary>
[method: JsonConstructor]
public sealed record Localized(IReadOnlyDictionary<string, string> Texts)
{
    public static Localized Empty { get; } = new(new Dictionary<string, string>());

    public static Localized Of(string vietnamese, string english) =>
        new(new Dictionary<string, string> { ["vi"] = vietnamese, ["en"] = english });

    public bool Has(LanguageTag language) => Texts.ContainsKey(language.Code);

    /// <summary>The text in the language, else in English, else in Vietnamese, else any; empty where there is none.</summary>
    public string In(LanguageTag language) => InWithLanguage(language).Text;

    /// <summary>As <see cref="In"/>, with the language that was found, so that a page never switches silently.</summary>
    public (string Text, string Language) InWithLanguage(LanguageTag language)
    {
        foreach (var code in (ReadOnlySpan<string>)[language.Code, language == LanguageTag.Vietnamese ? "vi" : "en", "vi", "en"])
        {
            if (Texts.TryGetValue(code, out var text))
            {
                return (text, code);
            }
        }

        return Texts.Count > 0 ? (Texts.First().Value, Texts.First().Key) : ("", language.Code);
    }
}
