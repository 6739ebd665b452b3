namespace HeritageGuide.Core.Answers;

/// <summary>What ranks claims and what decides whether to answer, learned by <c>heritage train</c> from the corpus' anticipated questions.</summary>
/// <param name="Ranking">Over the features of <see cref="ClaimFeatures.Names"/>: log-odds, comparable only between targets of one question.</param>
/// <param name="Gate">Over the features of <see cref="GateFeatures.Names"/>: log-odds that the dossiers answer the question.</param>
/// <param name="GateThreshold">Least probability at which an answer is given.</param>
/// <param name="Note">When and from what they were learned.</param>
public sealed record RankingWeights(Scorer Ranking, Scorer Gate, double GateThreshold, string Note)
{
    /// <summary>Set by hand; used until weights have been learned.</summary>
    public static RankingWeights ByHand { get; } = new(
        new Scorer([2.0, 1.0, 1.5, 0.6, 1.2, 0.6, 0.8, 0.5, 0.4, 0.5, 0.3, 0.8, 1.0, 0.6, -1.5, -1.0, 0.3, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0, 0.5, 0.5, 0.3, 0.3, 1.0], [], []),
        new Scorer([0.3, 0.1, 0.1, 1.0, -0.5, -0.5, -1.0, -0.5, -2.0, -1.0, -1.0, 0.5, 0, 0, 0, 0, 0, 0, .. new double[ClaimFeatures.Names.Length]], [], []),
        0.5,
        "by hand");
}
