namespace HeritageGuide.Core.Answers;

/// <summary>A weighted sum of features, and a few units that look at features together and add what they see where it is above zero.</summary>
/// <param name="Weights">One weight a feature.</param>
/// <param name="Units">A row of weights for each unit, one a feature, the constant last; empty for a plain sum.</param>
/// <param name="Outputs">What each unit adds.</param>
public sealed record Scorer(double[] Weights, double[][] Units, double[] Outputs)
{
    public double Score(double[] features)
    {
        var score = 0.0;
        for (var f = 0; f < features.Length; f++)
        {
            score += features[f] * Weights[f];
        }

        for (var u = 0; u < Outputs.Length; u++)
        {
            var unit = Units[u][^1];
            for (var f = 0; f < features.Length; f++)
            {
                unit += features[f] * Units[u][f];
            }

            score += unit > 0 ? unit * Outputs[u] : 0;
        }

        return score;
    }
}
