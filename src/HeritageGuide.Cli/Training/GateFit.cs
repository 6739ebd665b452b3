using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Training;

/// <summary>What was learned for the gate.</summary>
internal sealed record FittedGate(double[] Weights, double Threshold);

/// <summary>Fits the evidence gate: questions held aside are answered by the dossiers, gaps and off-topic questions are not.</summary>
internal static class GateFit
{
    private const int Rounds = 400;

    /// <summary>Share of answerable questions that may be declined, when the threshold is chosen.</summary>
    private const double FalseRefusals = 0.08;

    public static async Task<FittedGate> LearnAsync(AnswerKit kit, IReadOnlyList<RankingExample> examples, TextWriter log, CancellationToken cancel)
    {
        var finder = new EvidenceFinder(kit);
        var rows = new List<(double[] Features, bool Answerable)>();
        foreach (var example in examples)
        {
            var cue = kit.Cues.Cues[example.Cue];
            rows.Add((await FeaturesAsync(finder, cue, example.Cue, example.AtStop ? example.Dossier : null, cancel), true));
        }

        for (var i = 0; i < kit.Cues.Cues.Count; i++)
        {
            var cue = kit.Cues.Cues[i];
            if (cue.Kind is CueKind.Gap or CueKind.OffTopic)
            {
                rows.Add((await FeaturesAsync(finder, cue, i, cue.Kind == CueKind.Gap && RankingExamples.PointsHere(cue.Text) ? cue.Dossier : null, cancel), false));
            }
        }

        var weights = Fit(rows);
        double Probability(double[] f) => 1 / (1 + Math.Exp(-RankingFit.Dot(f, weights)));
        var answerable = rows.Where(r => r.Answerable).Select(r => Probability(r.Features)).Order().ToList();
        var threshold = answerable[(int)(answerable.Count * FalseRefusals)];
        var declined = rows.Where(r => !r.Answerable).Count(r => Probability(r.Features) < threshold);
        log.WriteLine($"gate: threshold {threshold:F3}; declines {100.0 * declined / Math.Max(1, rows.Count(r => !r.Answerable)):F1} % of {rows.Count(r => !r.Answerable)} unanswerable, {100 * FalseRefusals:F0} % of answerable");
        for (var f = 0; f < weights.Length; f++)
        {
            log.WriteLine($"  {GateFeatures.Names[f],-18} {weights[f]:F3}");
        }

        return new FittedGate(weights, threshold);
    }

    private static async Task<double[]> FeaturesAsync(EvidenceFinder finder, Cue cue, int index, string? stop, CancellationToken cancel) =>
        (await finder.RankAsync(new Question(cue.Text, LanguageTag.Parse(cue.Language), stop, []), cue.Text, index, cancel)).Evidence.GateFeatures;

    private static double[] Fit(List<(double[] Features, bool Answerable)> rows)
    {
        var weights = new double[GateFeatures.Names.Length];
        var squares = new double[weights.Length];
        // Both sides count the same, however many questions each has.
        var shareYes = 0.5 / Math.Max(1, rows.Count(r => r.Answerable));
        var shareNo = 0.5 / Math.Max(1, rows.Count(r => !r.Answerable));
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var (features, answerable) in rows)
            {
                var error = 1 / (1 + Math.Exp(-RankingFit.Dot(features, weights))) - (answerable ? 1 : 0);
                for (var f = 0; f < weights.Length; f++)
                {
                    gradient[f] += error * features[f] * (answerable ? shareYes : shareNo);
                }
            }

            for (var f = 0; f < weights.Length; f++)
            {
                squares[f] += gradient[f] * gradient[f];
                weights[f] -= 0.5 * gradient[f] / Math.Sqrt(squares[f] + 1e-12);
            }
        }

        return weights;
    }
}
