namespace HeritageGuide.Core.Answers;

/// <summary>What kind of text a cue is.</summary>
public enum CueKind
{
    /// <summary>A claim as it is written.</summary>
    Claim,

    /// <summary>A sentence of a dossier's text.</summary>
    Sentence,

    /// <summary>A way in which people ask for a claim.</summary>
    Asked,

    /// <summary>What sources differ on, or one version.</summary>
    Dispute,

    /// <summary>A question that a dossier does not answer.</summary>
    Gap,

    /// <summary>A question that is not the guide's business.</summary>
    OffTopic,

    /// <summary>A sentence of an original document.</summary>
    Document,
}

/// <summary>A short text that, when a question resembles it, points to claims (or, for gaps, to their absence).</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Language code.</param>
/// <param name="Dossier">Dossier that it belongs to; empty for off-topic questions.</param>
/// <param name="Targets">Claims, or the dispute, that it points to.</param>
public sealed record Cue(string Text, CueKind Kind, string Language, string Dossier, IReadOnlyList<string> Targets);
