using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>Finds the dossiers that a topic is about.</summary>
public sealed class LessonTopics(AnswerKit kit)
{
    private const int MostFound = 3;
    private readonly EvidenceFinder _finder = new(kit);
    private readonly EvidenceGate _gate = new(kit.Weights);

    /// <summary>Dossiers that the topic names, else the one that answers it; where nothing covers it, none, and the nearest to propose.</summary>
    public async Task<(IReadOnlyList<string> Dossiers, IReadOnlyList<string> Near)> FindAsync(string topic, LanguageTag language, CancellationToken cancel)
    {
        var folded = " " + VietnameseText.Fold(topic) + " ";
        var named = kit.Library.Dossiers.Select(d => (d.Id, Fit: Names(d).Max(n => Fit(folded, n)))).Where(d => d.Fit > 0).OrderByDescending(d => d.Fit).Select(d => d.Id).Take(MostFound).ToList();
        if (named.Count > 0)
        {
            return (named, []);
        }

        var evidence = await _finder.FindAsync(new Question(topic, language, null, []), language, cancel);
        var near = evidence.Claims.Concat(evidence.Disputes).Select(kit.Library.OwnerOf).Where(d => kit.Library.Dossier(d) is not null).Distinct().Take(MostFound).ToList();
        return _gate.Lets(evidence) ? (near, []) : ([], near);
    }

    private static IEnumerable<string> Names(Dossier dossier) => dossier.Names.Texts.Values.Concat(dossier.Aliases);

    // The longest name that the topic holds, or that holds the topic; 0 where neither does.
    private static double Fit(string topic, string name)
    {
        var folded = VietnameseText.Fold(name);
        return folded.Length > 3 && topic.Contains($" {folded} ", StringComparison.Ordinal) ? folded.Length
            : topic.Trim().Length > 5 && folded.Contains(topic.Trim(), StringComparison.Ordinal) ? topic.Trim().Length - 0.01 * folded.Length
            : 0;
    }
}
