namespace HeritageGuide.Core.Answers;

/// <summary>Weights of the claim ranking and of the evidence gate, learned by <c>heritage train</c> from the corpus' anticipated questions.</summary>
/// <param name="Ranking">One weight a feature of <see cref="ClaimFeatures.Names"/>.</param>
/// <param name="Gate">One weight a feature of <see cref="GateFeatures.Names"/>, the constant last.</param>
/// <param name="GateThreshold">Least probability at which an answer is given.</param>
/// <param name="Note">When and from what they were learned.</param>
public sealed record RankingWeights(double[] Ranking, double[] Gate, double GateThreshold, string Note)
{
    /// <summary>Set by hand; used until weights have been learned.</summary>
    public static RankingWeights ByHand { get; } = new(
        [2.0, 1.0, 1.5, 0.6, 1.2, 0.6, 0.8, 0.5, 0.4, 0.5, 0.3, 0.8, 1.0, 0.6, -1.5, -1.0, 0.3, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 1.0],
        [0.3, 0.1, 1.0, -1.0, -1.0, -2.0, -1.0, -1.0, 0.5],
        0.5,
        "by hand");
}
