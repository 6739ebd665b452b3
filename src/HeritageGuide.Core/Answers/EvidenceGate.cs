namespace HeritageGuide.Core.Answers;

/// <summary>What the gate decides on.</summary>
public static class GateFeatures
{
    /// <summary>The features in the order of the weights; the constant comes last.</summary>
    public static readonly string[] Names = ["ranking score", "margin", "best answer", "best gap", "gap beats answer", "uncovered", "uncovered by answer", "off-topic beats answer", "constant"];

    /// <param name="score">Ranking score of the best target.</param>
    /// <param name="margin">Its lead over the next target of another dossier.</param>
    /// <param name="answer">Focused strength of the best cue of the best target.</param>
    /// <param name="gap">Focused strength of the best gap.</param>
    /// <param name="uncovered">Share of the question, as the dossier weighs it, that the dossier never says.</param>
    /// <param name="uncoveredByAnswer">Share that no cue of the best target says.</param>
    /// <param name="offTopic">Focused strength of the best off-topic question.</param>
    public static double[] Of(double score, double margin, double answer, double gap, double uncovered, double uncoveredByAnswer, double offTopic) =>
        [score, Math.Min(margin, 5), answer, gap, Math.Max(0, gap - answer), uncovered, uncoveredByAnswer, Math.Max(0, offTopic - answer), 1];
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
