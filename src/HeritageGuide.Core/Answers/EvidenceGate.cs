namespace HeritageGuide.Core.Answers;

/// <summary>What the gate decides on.</summary>
/// <param name="Score">Ranking score of the best target.</param>
/// <param name="Margin">Its lead over the next target of another dossier.</param>
/// <param name="Lead">Its lead over the next target of any dossier.</param>
/// <param name="Answer">Focused strength of the best cue of the best target.</param>
/// <param name="GapHere">Focused strength of the best gap of the same dossier.</param>
/// <param name="GapElsewhere">That of the best gap of another dossier: tickets are tickets.</param>
/// <param name="OffTopic">That of the best off-topic question.</param>
/// <param name="Uncovered">Share of the question, as the dossier weighs it, that the dossier never says.</param>
/// <param name="UncoveredByAnswer">Share that no cue of the best target says.</param>
/// <param name="UnsaidByAnswer">What no cue of the best target says in meaning.</param>
/// <param name="Unsaid">What no cue of the dossier that the visitor's question resembles says in meaning.</param>
/// <param name="GapsNear">Share of gaps among the dossier's cues that are nearest to the question.</param>
/// <param name="GapWords">How much the question's words are those of gaps; see <see cref="Answers.GapWords.Lean"/>.</param>
/// <param name="Best">The ranking's features of the best target.</param>
public sealed record GateFeatures(
    double Score, double Margin, double Lead, double Answer, double GapHere, double GapElsewhere, double OffTopic, double Uncovered, double UncoveredByAnswer,
    Unsaid UnsaidByAnswer, Unsaid Unsaid, double GapsNear, double GapWords, double[] Best)
{
    /// <summary>The features in the order of the weights.</summary>
    public static readonly string[] Names =
    [
        "ranking score", "margin", "lead", "best answer", "gap here", "gap elsewhere", "gap here beats answer", "gap elsewhere beats answer",
        "uncovered", "uncovered by answer", "off-topic beats answer", "constant", "unsaid by answer", "word unsaid by answer", "unsaid", "word unsaid", "gaps near", "gap words",
        .. ClaimFeatures.Names,
    ];

    /// <summary>Nothing was found at all.</summary>
    public static GateFeatures None { get; } = new(-10, 0, 0, 0, 0, 0, 0, 1, 1, new Unsaid(1, 1), new Unsaid(1, 1), 0, 0, new double[ClaimFeatures.Names.Length]);

    public bool GapBeatsAnswer => Math.Max(GapHere, GapElsewhere) > Answer;

    /// <summary>The features as the gate's scorer takes them.</summary>
    public double[] ToArray() =>
    [
        Math.Clamp(Score, -10, 15) / 5, Math.Min(Margin, 5) / 5, Math.Min(Lead, 5) / 5, Answer, GapHere, GapElsewhere, Math.Max(0, GapHere - Answer), Math.Max(0, GapElsewhere - Answer),
        Uncovered, UncoveredByAnswer, Math.Max(0, OffTopic - Answer), 1, UnsaidByAnswer.Mean, UnsaidByAnswer.Worst, Unsaid.Mean, Unsaid.Worst, GapsNear, GapWords, .. Best,
    ];
}

/// <summary>Decides whether the evidence is strong enough to answer at all. Weak evidence ends here and no model is called.</summary>
public sealed class EvidenceGate(RankingWeights weights)
{
    /// <summary>How likely it is that the dossiers answer the question, 0 to 1.</summary>
    public double Probability(GateFeatures features) => 1 / (1 + Math.Exp(-weights.Gate.Score(features.ToArray())));

    public bool Lets(FoundEvidence evidence) => evidence.IsPlain || Probability(evidence.GateFeatures) >= weights.GateThreshold;
}
