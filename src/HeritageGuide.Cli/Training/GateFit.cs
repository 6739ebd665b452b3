using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Training;

/// <summary>A question and whether the dossiers answer it.</summary>
/// <param name="Cue">Number of the cue that is the question.</param>
/// <param name="Kind">Why they do not: a gap, off topic, or a claim taken away; null where they do.</param>
internal sealed record GateExample(int Cue, string? Kind, double[] Features);

/// <summary>
/// Fits the evidence gate. Questions held aside are answered by the dossiers; gaps and off-topic questions are not, and neither are
/// questions held aside once the claim that they ask for is taken away.
/// </summary>
internal static class GateFit
{
    private const string Gap = "gap";
    private const int Folds = 5;
    private const int Units = 24;
    private const int Rounds = 40;

    /// <summary>
    /// Least probability at which an answer is given. Chosen on questions of strangers, which are farther from the anticipated ones than these from
    /// each other: one in thirty that could be answered is declined (benchmarks.md).
    /// </summary>
    private const double LeastProbability = 0.16;

    /// <summary>Share of anticipated questions that is declined where the figures are taken.</summary>
    private const double FalseRefusals = 0.03;

    public static async Task<RankingWeights> LearnAsync(AnswerKit kit, IReadOnlyList<RankingExample> examples, TextWriter log, CancellationToken cancel)
    {
        var finder = new EvidenceFinder(kit);
        var rows = await InOrder.SelectAsync(Asked(kit.Cues.Cues, examples), async (asked, stop) => new GateExample(
            asked.Cue, asked.Kind, (await finder.RankAsync(asked.Question, asked.Question.Text, [asked.Cue, .. asked.Others], stop)).Evidence.GateFeatures.ToArray()), cancel);
        foreach (var units in (int[])[0, Units])
        {
            var unseen = Enumerable.Range(0, Folds).AsParallel().AsOrdered().SelectMany(fold =>
            {
                var scorer = Fit([.. rows.Where(r => r.Cue % Folds != fold)], units);
                return rows.Where(r => r.Cue % Folds == fold).Select(r => (r.Kind, Probability: Probability(scorer, r)));
            }).ToList();
            log.WriteLine($"gate, unseen, {(units == 0 ? "a plain sum" : $"with {units} units")}: {Shares(unseen, Threshold([.. unseen.Where(r => r.Kind is null).Select(r => r.Probability)]))}");
        }

        var gate = Fit(rows, Units);
        return kit.Weights with { Gate = gate, GateThreshold = LeastProbability };
    }

    private static IEnumerable<(Question Question, int Cue, string? Kind, IEnumerable<int> Others)> Asked(IReadOnlyList<Cue> cues, IReadOnlyList<RankingExample> examples)
    {
        var leading = Enumerable.Range(0, cues.Count).SelectMany(i => cues[i].Targets.Select(t => (Target: t, Cue: i))).ToLookup(x => x.Target, x => x.Cue);
        foreach (var example in examples)
        {
            yield return (example.Asked, example.Cue, null, []);
            if (example.Cue % 2 == 0)
            {
                yield return (example.Asked, example.Cue, "claim taken away", leading[cues[example.Cue].Targets[0]]);
            }
        }

        foreach (var group in Enumerable.Range(0, cues.Count).Where(i => cues[i].Kind is CueKind.Gap or CueKind.OffTopic).GroupBy(i => (cues[i].Kind, cues[i].Dossier)))
        {
            // The lists run side by side in all languages: the same question in another language would give it away.
            var places = group.GroupBy(i => cues[i].Language).SelectMany(g => g.Select((i, place) => (Cue: i, Place: place))).ToLookup(x => x.Place, x => x.Cue);
            foreach (var (cue, same) in places.SelectMany(p => p.Select(i => (i, p))))
            {
                var (isGap, points) = (group.Key.Kind == CueKind.Gap, RankingExamples.PointsHere(cues[cue].Text));
                var (kind, alone) = (isGap ? Gap : "off topic", new Question(cues[cue].Text, LanguageTag.Parse(cues[cue].Language), null, []));
                if (!isGap || !points)
                {
                    yield return (alone, cue, kind, same);
                }

                if (isGap && (points || RankingExamples.AlsoAtStop(cue)))
                {
                    yield return (alone with { Dossier = cues[cue].Dossier }, cue, kind, same);
                }
            }
        }
    }

    // Both sides count the same, however many questions each has. Of the unanswerable ones gaps count twice: they are what people ask.
    private static Scorer Fit(IReadOnlyList<GateExample> rows, int units)
    {
        var counts = rows.GroupBy(r => r.Kind ?? "").ToDictionary(g => g.Key, g => g.Count());
        double Weight(string? kind) => kind is Gap ? 2 : 1;
        var unanswerable = counts.Keys.Where(k => k != "").Sum(Weight);
        double Share(GateExample row) => rows.Count / (2.0 * counts[row.Kind ?? ""]) * (row.Kind is null ? 1 : Weight(row.Kind) / unanswerable);
        return new ScorerFit(RankingWeights.ByHand.Gate, units).Fit(rows, Rounds, (scorer, row) => [(row.Features, Share(row) * (Probability(scorer, row) - (row.Kind is null ? 1 : 0)))]);
    }

    private static double Probability(Scorer scorer, GateExample row) => 1 / (1 + Math.Exp(-scorer.Score(row.Features)));

    private static double Threshold(List<double> answerable) => answerable.Order().ElementAt((int)(answerable.Count * FalseRefusals));

    private static string Shares(List<(string? Kind, double Probability)> rows, double threshold) =>
        $"answers {1 - FalseRefusals:P0} of what it can; declines " + string.Join(", ", rows.Where(r => r.Kind is not null).GroupBy(r => r.Kind)
            .Select(g => $"{g.Count(r => r.Probability < threshold) / (double)g.Count():P1} of {g.Count()} ({g.Key})"));
}
