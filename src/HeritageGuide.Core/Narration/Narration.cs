using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Narration;

/// <summary>The text of a stop made for the ear, in one language.</summary>
/// <param name="Stop">The stop.</param>
/// <param name="Language">The language of the text: the one asked for, else the one that there is.</param>
/// <param name="Review">Who answers for the text.</param>
/// <param name="Sentences">What is shown and said, in order.</param>
public sealed record Narration(Stop Stop, LanguageTag Language, Review Review, IReadOnlyList<NarratedSentence> Sentences);

/// <summary>A sentence of a narration as it is written and as it is said.</summary>
public sealed record NarratedSentence(string Text, string Spoken, string Section, IReadOnlyList<string> Claims);

/// <summary>Makes narrations from the dossiers' texts.</summary>
public static class NarrationPlan
{
    /// <summary>The narration of a stop; in English, Vietnamese or any language there is where the one asked for is missing; null where no text tells it.</summary>
    /// <param name="library">What is published.</param>
    /// <param name="stop">The stop.</param>
    /// <param name="language">The language asked for.</param>
    /// <param name="longer">Whether the sections of the longer version are told too.</param>
    public static Narration? Of(Library library, Stop stop, LanguageTag language, bool longer = false)
    {
        if (library.Dossier(stop.Dossier) is not { } dossier || TextFor(dossier, language) is not { } text)
        {
            return null;
        }

        return Tell(library, stop, text, longer ? stop.Sections.Concat(stop.More) : stop.Sections);
    }

    /// <summary>What is to be seen at the stop, told for those who cannot see it; null where the text of that language does not describe it.</summary>
    /// <param name="library">What is published.</param>
    /// <param name="stop">The stop.</param>
    /// <param name="language">The language asked for; another is told where its text is missing.</param>
    public static Narration? Describe(Library library, Stop stop, LanguageTag language) =>
        stop.Description is { } section && library.Dossier(stop.Dossier) is { } dossier && TextFor(dossier, language) is { } text && text.SectionOf(section) is not null
            ? Tell(library, stop, text, [section])
            : null;

    private static Narration Tell(Library library, Stop stop, DossierText text, IEnumerable<string> sections)
    {
        var tag = LanguageTag.Parse(text.Language);
        var lexicon = LexiconOf(library, tag);
        return new Narration(stop, tag, text.Review, [.. sections
            .Select(text.SectionOf).OfType<Section>()
            .SelectMany(s => s.Sentences.Select(x => new NarratedSentence(x.Text, SpokenText.Of(x.Text, tag, lexicon), s.Id, x.Claims)))]);
    }

    public static Lexicon LexiconOf(Library library, LanguageTag language) =>
        library.Shared.Lexicons.TryGetValue(language.Code, out var spoken) ? new Lexicon(spoken) : Lexicon.Empty;

    private static DossierText? TextFor(Dossier dossier, LanguageTag language) =>
        dossier.TextIn(language)
        ?? (language == LanguageTag.Vietnamese ? null : dossier.TextIn(LanguageTag.English))
        ?? dossier.TextIn(LanguageTag.Vietnamese)
        ?? (dossier.Texts.Count > 0 ? dossier.Texts[0] : null);
}
