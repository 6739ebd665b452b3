using System.Globalization;
using System.Text.Json;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>The words of the official forms and of the instructions, one key file a language (<c>phrases.&lt;lang&gt;.json</c>).</summary>
public sealed class LessonPhrases
{
    private static readonly Dictionary<string, LessonPhrases> All = LessonLanguages.ToDictionary(l => l.Code, l => new LessonPhrases(l));
    private readonly Dictionary<string, string> _texts;

    private LessonPhrases(LanguageTag language)
    {
        using var stream = typeof(LessonPhrases).Assembly.GetManifestResourceStream($"HeritageGuide.Core.Lessons.phrases.{language.Code}.json")!;
        using var document = JsonDocument.Parse(stream);
        _texts = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    /// <summary>Lessons are made in the languages in which every claim is written.</summary>
    public static IReadOnlyList<LanguageTag> LessonLanguages => [LanguageTag.Vietnamese, LanguageTag.English];

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] => _texts[key];

    public static LessonPhrases In(LanguageTag language) => All[language.Code];

    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);

    /// <summary>Subject of the 2018 national curriculum that takes up local heritage in this grade.</summary>
    public string SubjectOf(int grade) => _texts[grade switch { <= 3 => "subject.society", <= 9 => "subject.historyGeography", _ => "subject.history" }];

    /// <summary>Subject and strand, by what the dossier is.</summary>
    public string TagOf(string kind, int grade) => $"{SubjectOf(grade)} · {_texts[kind switch
    {
        "landscape" => "strand.nature",
        "cuisine" or "craft" => "strand.economy",
        "intangible" or "festival" or "museum" or "artefact" => "strand.culture",
        _ => "strand.history",
    }]}";
}
