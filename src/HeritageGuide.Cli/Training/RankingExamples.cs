using System.Text.RegularExpressions;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Training;

/// <summary>A question held aside, what it should lead to, and the features of what it might lead to.</summary>
/// <param name="Cue">Number of the cue that is the question itself.</param>
/// <param name="Dossier">The dossier that it belongs to.</param>
/// <param name="AtStop">Whether it is asked at that dossier's stop.</param>
/// <param name="Right">Index of the right row; -1 where it was not found.</param>
/// <param name="Rows">Features of the candidates.</param>
internal sealed record RankingExample(int Cue, string Dossier, bool AtStop, int Right, IReadOnlyList<double[]> Rows);

/// <summary>Asks the guide the questions held aside, each without its own cue.</summary>
internal static partial class RankingExamples
{
    private const int MostRows = 40;

    public static async Task<IReadOnlyList<RankingExample>> CollectAsync(AnswerKit kit, CancellationToken cancel)
    {
        var finder = new EvidenceFinder(kit);
        var examples = new List<RankingExample>();
        for (var i = 0; i < kit.Cues.Cues.Count; i++)
        {
            var cue = kit.Cues.Cues[i];
            if (cue.Kind != CueKind.Asked || !HeldAside.Holds(cue.Text))
            {
                continue;
            }

            var atStop = PointsHere(cue.Text);
            var ranked = await finder.RankAsync(new Question(cue.Text, LanguageTag.Parse(cue.Language), atStop ? cue.Dossier : null, []), cue.Text, i, cancel);
            var candidates = ranked.Ranked.Take(MostRows).Select(r => r.Target).ToList();
            examples.Add(new RankingExample(i, cue.Dossier, atStop, candidates.IndexOf(cue.Targets[0]), [.. candidates.Select(c => ranked.Features[c])]));
        }

        return examples;
    }

    /// <summary>Whether a question only makes sense where the visitor stands.</summary>
    public static bool PointsHere(string text) => Here().IsMatch(VietnameseText.Fold(text)) || HereElsewhere().IsMatch(text);

    [GeneratedRegex(@"\b(nay|day|do|ay|this|here|these|that|it|ici|ce|cette|cet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Here();

    [GeneratedRegex("这|此|이곳|여기|이 |그 |ここ|この|その|នេះ|នោះ")]
    private static partial Regex HereElsewhere();
}
