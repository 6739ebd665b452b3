using HeritageGuide.Core.Answers;

namespace HeritageGuide.Cli.Training;

/// <summary>Fits linear weights so that the right candidate gets the highest score: softmax regression with a pull towards the hand-set start.</summary>
internal static class RankingFit
{
    private const int Rounds = 60;
    private const double Rate = 0.3;
    private const double Pull = 1e-3;

    public static double[] Ranking(IReadOnlyList<RankingExample> examples, TextWriter log)
    {
        var usable = examples.Where(e => e.Right >= 0).ToList();
        var weights = RankingWeights.ByHand.Ranking.ToArray();
        log.WriteLine($"{examples.Count} questions held aside; the right claim is a candidate for {usable.Count}; by hand {Shares(usable, weights)}");
        var squares = new double[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var example in usable)
            {
                var scores = example.Rows.Select(r => Dot(r, weights)).ToArray();
                var max = scores.Max();
                var exponents = scores.Select(s => Math.Exp(s - max)).ToArray();
                var sum = exponents.Sum();
                for (var c = 0; c < scores.Length; c++)
                {
                    var push = exponents[c] / sum - (c == example.Right ? 1 : 0);
                    for (var f = 0; f < weights.Length; f++)
                    {
                        gradient[f] += push * example.Rows[c][f] / usable.Count;
                    }
                }
            }

            for (var f = 0; f < weights.Length; f++)
            {
                gradient[f] += Pull * (weights[f] - RankingWeights.ByHand.Ranking[f]);
                squares[f] += gradient[f] * gradient[f];
                weights[f] -= Rate * gradient[f] / Math.Sqrt(squares[f] + 1e-9);
            }
        }

        // Nothing held aside follows a conversation: these stay as set by hand.
        weights[13] = Math.Max(weights[13], RankingWeights.ByHand.Ranking[13]);
        weights[14] = RankingWeights.ByHand.Ranking[14];
        log.WriteLine($"learned {Shares(usable, weights)}");
        for (var f = 0; f < weights.Length; f++)
        {
            log.WriteLine($"  {ClaimFeatures.Names[f],-16} {weights[f]:F3}");
        }

        return weights;
    }

    private static string Shares(List<RankingExample> examples, double[] weights)
    {
        var ranks = examples.Select(e => e.Rows.Count(r => Dot(r, weights) > Dot(e.Rows[e.Right], weights))).ToList();
        double Within(int k) => 100.0 * ranks.Count(r => r < k) / Math.Max(1, ranks.Count);
        return $"top 1 {Within(1):F1} %, top 3 {Within(3):F1} %, top 10 {Within(10):F1} %";
    }

    public static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
