namespace HeritageGuide.Core.Answers;

/// <summary>What was found for a question.</summary>
/// <param name="Type">What the question wants.</param>
/// <param name="Claims">Claims to answer with, the best first.</param>
/// <param name="Disputes">Disputes that touch the question, the nearest first.</param>
/// <param name="NearestDossier">The dossier that it is most likely about; null where none fits.</param>
/// <param name="GateFeatures">What the gate decides on.</param>
/// <param name="LooksOffTopic">Whether it resembles questions that are not the guide's business most of all.</param>
/// <param name="MissingPart">Whether one part of it is not in the dossiers.</param>
public sealed record FoundEvidence(
    QuestionType Type, IReadOnlyList<string> Claims, IReadOnlyList<string> Disputes, string? NearestDossier,
    GateFeatures GateFeatures, bool LooksOffTopic, bool MissingPart)
{
    /// <summary>
    /// Whether what is asked for is plain, as where a dossier is asked for as a whole or two are set side by side: the gate, which has learned from
    /// questions for one fact, need not judge then.
    /// </summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether the dossier's own sentences are said instead of the claims alone.</summary>
    public bool AsTold { get; init; }
}
