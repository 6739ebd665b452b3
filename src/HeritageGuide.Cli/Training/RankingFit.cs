using HeritageGuide.Core.Answers;

namespace HeritageGuide.Cli.Training;

/// <summary>Fits the ranking so that the right candidate of each question gets the highest score: softmax over the candidates.</summary>
internal static class RankingFit
{
    private const int Folds = 5;
    private const int Units = 24;
    private const int Rounds = 40;

    /// <summary>The ranking learned from all examples; the figures come from examples that the weights have not seen.</summary>
    public static Scorer Learn(IReadOnlyList<RankingExample> examples, TextWriter log)
    {
        var usable = examples.Where(e => e.Right >= 0).ToList();
        log.WriteLine($"{examples.Count} questions held aside; the right claim is a candidate for {usable.Count}; by hand {Shares(usable.Select(e => Rank(e, RankingWeights.ByHand.Ranking)))}");
        foreach (var units in (int[])[0, Units])
        {
            var ranks = Enumerable.Range(0, Folds).AsParallel().AsOrdered().SelectMany(fold =>
            {
                var scorer = Fit([.. usable.Where(e => e.Cue % Folds != fold)], units);
                return usable.Where(e => e.Cue % Folds == fold).Select(e => Rank(e, scorer));
            });
            log.WriteLine($"unseen, {(units == 0 ? "a plain sum" : $"with {units} units")}: {Shares(ranks)}");
        }

        return Fit(usable, Units);
    }

    private static Scorer Fit(IReadOnlyList<RankingExample> examples, int units) =>
        new ScorerFit(RankingWeights.ByHand.Ranking, units).Fit(examples, Rounds, Slopes);

    private static IEnumerable<(double[] Row, double Slope)> Slopes(Scorer scorer, RankingExample example)
    {
        var scores = example.Rows.Select(scorer.Score).ToArray();
        var max = scores.Max();
        var sum = scores.Sum(s => Math.Exp(s - max));
        return scores.Select((s, c) => (example.Rows[c], Math.Exp(s - max) / sum - (c == example.Right ? 1 : 0))).Where(x => Math.Abs(x.Item2) > 1e-6);
    }

    private static int Rank(RankingExample example, Scorer scorer)
    {
        var right = scorer.Score(example.Rows[example.Right]);
        return example.Rows.Count(r => scorer.Score(r) > right);
    }

    private static string Shares(IEnumerable<int> ranks)
    {
        var all = ranks.ToList();
        string Within(int k) => $"{100.0 * all.Count(r => r < k) / Math.Max(1, all.Count):F1} %";
        return $"top 1 {Within(1)}, top 3 {Within(3)}, top 10 {Within(10)}";
    }
}
