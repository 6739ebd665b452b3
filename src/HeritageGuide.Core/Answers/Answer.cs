using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>An answer in which every sentence is proven.</summary>
public sealed record Answer
{
    public required Outcome Outcome { get; init; }

    /// <summary>The language that the answer is in.</summary>
    public required LanguageTag Language { get; init; }

    /// <summary>The language that was asked for.</summary>
    public required LanguageTag RequestedLanguage { get; init; }

    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    public IReadOnlyList<ShownDispute> Disputes { get; init; } = [];
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What is said where the dossiers do not answer or the guide declines; empty otherwise.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Said before the sentences where the question names what the dossiers never mention; empty otherwise.</summary>
    public string Premise { get; init; } = "";

    /// <summary>Whether the sentences tell two dossiers or more side by side.</summary>
    public bool Comparison { get; init; }

    /// <summary>Which composer spoke: extractive or model.</summary>
    public required string Engine { get; init; }

    public string? Model { get; init; }

    /// <summary>A model put statements into a language in which the dossiers do not tell them.</summary>
    public bool MachineTranslated { get; init; }

    /// <summary>The dossier that a declined question was most likely about; null where none is.</summary>
    public string? About { get; init; }

    /// <summary>The whole answer as one text.</summary>
    public string Text => string.Join(' ', Sentences.Select(s => s.Text).Prepend(Premise).Append(Notice).Where(t => t.Length > 0));
}

/// <summary>One sentence of an answer and the numbers of the citations that prove it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">Numbers of citations, from 1; never empty.</param>
/// <param name="Language">Language code of the sentence, where it differs from the answer's.</param>
/// <param name="Dispute">Id of the dispute that the sentence tells; null for any other sentence.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations, string Language, string? Dispute = null);

/// <summary>A quote, the passage it stands in, its claims and their sources.</summary>
/// <param name="Number">From 1, in order of first use.</param>
/// <param name="Quote">Verbatim from the passage.</param>
/// <param name="SentenceIndex">Which sentence of the passage is quoted, from 0.</param>
/// <param name="Standing">How firmly the weakest of its claims stands.</param>
public sealed record Citation(
    int Number, string Dossier, string Passage, string Section, string Language, string Quote, int SentenceIndex,
    IReadOnlyList<string> Claims, Standing Standing, IReadOnlyList<Source> Sources);

/// <summary>A dispute that touches the answer, with each version and its citations.</summary>
public sealed record ShownDispute(string Id, string About, IReadOnlyList<ShownVersion> Versions);

/// <summary>One version, who says it, and the citations beside it.</summary>
public sealed record ShownVersion(string Text, string Language, IReadOnlyList<int> Citations, IReadOnlyList<Source> Sources);
