namespace HeritageGuide.Core.Answers;

/// <summary>What the gate decides on.</summary>
public static class GateFeatures
{
    /// <summary>The features in the order of the weights; the constant comes last.</summary>
    public static readonly string[] Names = ["ranking score", "best answer cue", "best gap cue", "gap beats answer", "uncovered", "off-topic cue", "constant"];

    public static double[] Of(double rankingScore, double bestCue, double bestGap, double uncovered, double bestOffTopic) =>
        [rankingScore, bestCue, bestGap, Math.Max(0, bestGap - bestCue), uncovered, Math.Max(0, bestOffTopic - bestCue), 1];
}

/// <summary>Decides whether the evidence is strong enough to answer at all. Weak evidence ends here and no model is called.</summary>
public sealed class EvidenceGate(RankingWeights weights)
{
    /// <summary>How likely it is that the dossiers answer the question, 0 to 1.</summary>
    public double Probability(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * weights.Gate[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    public bool Lets(double[] features) => Probability(features) >= weights.GateThreshold;
}
