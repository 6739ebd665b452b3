using System.Text.RegularExpressions;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Training;

/// <summary>A question held aside, what it should lead to, and the features of what it might lead to.</summary>
/// <param name="Cue">Number of the cue that is the question itself.</param>
/// <param name="Asked">The question as it is put: alone, at its dossier's stop, or within a conversation.</param>
/// <param name="Right">Index of the right row; -1 where it was not found.</param>
/// <param name="Rows">Features of the candidates.</param>
internal sealed record RankingExample(int Cue, Question Asked, int Right, IReadOnlyList<double[]> Rows);

/// <summary>Asks the guide the questions held aside, each without its own cue.</summary>
internal static partial class RankingExamples
{
    private const int MostRows = 40;

    public static async Task<IReadOnlyList<RankingExample>> CollectAsync(AnswerKit kit, CancellationToken cancel)
    {
        var finder = new EvidenceFinder(kit);
        var cues = kit.Cues.Cues;
        var asked = Enumerable.Range(0, cues.Count).Where(i => cues[i].Kind == CueKind.Asked).ToList();
        var together = asked.ToLookup(i => (cues[i].Dossier, cues[i].Language));
        var questions = asked.Where(i => HeldAside.Holds(cues[i].Text))
            .SelectMany(i => Situations(cues, i, asked, [.. together[(cues[i].Dossier, cues[i].Language)]]).Select(q => (Cue: i, Question: q)));
        return await InOrder.SelectAsync(questions, async (put, stop) =>
        {
            var ranked = await finder.RankAsync(put.Question, put.Question.Text, [put.Cue], stop);
            var candidates = ranked.Ranked.Take(MostRows).Select(r => r.Target).ToList();
            return new RankingExample(put.Cue, put.Question, candidates.IndexOf(cues[put.Cue].Targets[0]), [.. candidates.Select(c => ranked.Features[c])]);
        }, cancel);
    }

    // A question that points is put where the visitor stands and after a question on something near by; some of the others after one of another dossier.
    private static IEnumerable<Question> Situations(IReadOnlyList<Cue> cues, int cue, List<int> all, List<int> beside)
    {
        var alone = new Question(cues[cue].Text, LanguageTag.Parse(cues[cue].Language), null, []);
        if (!PointsHere(cues[cue].Text))
        {
            yield return cue % 4 == 0 ? alone with { Earlier = [TurnOf(cues[all[cue * 31 % all.Count]])] } : alone;
            if (AlsoAtStop(cue))
            {
                yield return alone with { Dossier = cues[cue].Dossier };
            }

            yield break;
        }

        yield return alone with { Dossier = cues[cue].Dossier };
        var other = beside.Where(b => cues[b].Targets[0] != cues[cue].Targets[0]).OrderBy(b => Math.Abs(b - cue)).Take(12).ToList();
        if (other.Count > 0)
        {
            yield return alone with { Earlier = [TurnOf(cues[other[cue % other.Count]])] };
        }
    }

    /// <summary>Whether a question that names its subject is put where the visitor stands as well, as most are from a plaque's page.</summary>
    public static bool AlsoAtStop(int cue) => cue % 3 == 0;

    private static Turn TurnOf(Cue cue) => new(cue.Text, [cue.Dossier], cue.Targets);

    /// <summary>Whether a question only makes sense where the visitor stands.</summary>
    public static bool PointsHere(string text) => Here().IsMatch(VietnameseText.Fold(text)) || HereElsewhere().IsMatch(text);

    [GeneratedRegex(@"\b(nay|day|do|ay|this|here|these|that|it|ici|ce|cette|cet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Here();

    [GeneratedRegex("这|此|이곳|여기|이 |그 |ここ|この|その|នេះ|នោះ")]
    private static partial Regex HereElsewhere();
}
