using System.Globalization;
using System.Text.Json;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Web.Shared;

/// <summary>The interface's words, one key file a language under <c>Strings/</c>.</summary>
public sealed class UiTexts
{
    private readonly Dictionary<string, Dictionary<string, string>> _texts = [];

    public UiTexts(IWebHostEnvironment environment)
    {
        var beside = Path.Combine(environment.ContentRootPath, "Strings");
        var folder = Directory.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, "Strings");
        foreach (var language in LanguageTag.All)
        {
            _texts[language.Code] = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(folder, language.Code + ".json")))!;
        }
    }

    /// <summary>The words of one language.</summary>
    public UiLanguage In(LanguageTag language) => new(this, language);

    internal string Find(LanguageTag language, string key) =>
        _texts[language.Code].TryGetValue(key, out var text) ? text
        : _texts["en"].TryGetValue(key, out var english) ? english
        // A missing key is seen at once instead of leaving a hole in the page.
        : "⟦" + key + "⟧";
}

/// <summary>The interface's words in one language.</summary>
public sealed class UiLanguage(UiTexts texts, LanguageTag language)
{
    public LanguageTag Language => language;

    public string this[string key] => texts.Find(language, key);

    /// <summary>The words of a key, or others where there are none: names that come from settings have no translation.</summary>
    public string Or(string key, string otherwise) => this[key] is var text && text.StartsWith('⟦') ? otherwise : text;

    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);
}
