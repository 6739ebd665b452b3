using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Dossiers;
using HeritageGuide.Web.Search;
using HeritageGuide.Web.Stops;

namespace HeritageGuide.Web.Ask;

/// <summary>What a client asks.</summary>
/// <param name="Question">1 to 1,000 characters.</param>
/// <param name="Lang">Language of the answer; the question's where it is left out.</param>
/// <param name="Stop">A stop's slug or code, or a dossier's id, where the visitor stands.</param>
/// <param name="Conversation">What the last answer gave back, to go on from it.</param>
public sealed record AskRequest(string? Question, string? Lang, string? Stop, string? Conversation);

/// <summary>An answer as the API tells it.</summary>
public sealed record AskAnswer(
    string Answer, string Lang, string RequestedLang, string Outcome, IReadOnlyList<SentenceProof> Sentences, IReadOnlyList<CitationAnswer> Citations,
    IReadOnlyList<ShownDisputeAnswer> Disputes, IReadOnlyList<string> Suggestions, string Engine, string? Model, string Conversation, bool MachineTranslated = false,
    string Premise = "", bool Comparison = false)
{
    public static AskAnswer From(Answer answer, Library library, string conversation) => new(
        answer.Text, answer.Language.Code, answer.RequestedLanguage.Code, Name(answer.Outcome),
        [.. answer.Sentences.Select(s => new SentenceProof(s.Text, s.Citations, s.Language, s.Dispute))],
        [.. answer.Citations.Select(c => CitationAnswer.From(c, answer.RequestedLanguage, library))],
        [.. answer.Disputes.Select(d => new ShownDisputeAnswer(d.About, [.. d.Versions.Select(v => new ShownVersionAnswer(v.Text, v.Citations, [.. v.Sources.Select(SourceAnswer.From)]))]))],
        answer.Suggestions, answer.Engine, answer.Model, conversation, answer.MachineTranslated, answer.Premise, answer.Comparison);

    private static string Name(Outcome outcome) => outcome switch
    {
        Core.Answers.Outcome.Answered => "answered",
        Core.Answers.Outcome.Partly => "partly",
        Core.Answers.Outcome.NotInDossiers => "not-in-dossiers",
        _ => "refused",
    };
}

/// <summary>A sentence and the numbers of its citations; a sentence that tells a dispute names it.</summary>
public sealed record SentenceProof(string Text, IReadOnlyList<int> Citations, string Lang, string? Dispute = null);

/// <summary>A citation; the address opens the page at the very sentence.</summary>
public sealed record CitationAnswer(
    int N, string Dossier, string Passage, string Section, string Lang, string Quote, IReadOnlyList<string> Claims, string Standing, IReadOnlyList<SourceAnswer> Sources, string Url)
{
    public static CitationAnswer From(Citation c, LanguageTag language, Library library)
    {
        var passage = library.Passage(c.Passage)!;
        // Passages of a long section go on counting its sentences.
        var before = library.Passages.Where(p => p.Dossier == passage.Dossier && p.Language == passage.Language && p.Section == passage.Section && string.CompareOrdinal(p.Id, passage.Id) < 0)
            .Sum(p => p.Sentences.Count);
        return new CitationAnswer(
            c.Number, c.Dossier, c.Passage, c.Section, c.Language, c.Quote, c.Claims, DossierAnswer.StandingName(c.Standing), [.. c.Sources.Select(SourceAnswer.From)],
            SearchEndpoint.Address(language, passage, before + c.SentenceIndex));
    }
}

/// <summary>A dispute with its versions.</summary>
public sealed record ShownDisputeAnswer(string About, IReadOnlyList<ShownVersionAnswer> Versions);

/// <summary>One version, its citations, and who says it.</summary>
public sealed record ShownVersionAnswer(string Text, IReadOnlyList<int> Citations, IReadOnlyList<SourceAnswer> Sources);
