namespace HeritageGuide.Core.Answers;

/// <summary>
/// How much a question's words are those of questions that no dossier answers. Whatever it is asked of, "ticket", "wife" or "how deep"
/// stand in known gaps rather than in anticipated questions.
/// </summary>
public sealed class GapWords
{
    private readonly CueIndex _index;
    private readonly Dictionary<string, (double Gaps, double Asked)> _counts = [];
    private readonly Dictionary<string, double> _gapWeights;

    public GapWords(CueIndex index)
    {
        _index = index;

        // Each language has its own share of gaps among its cues: a gap weighs as many questions as there are for each gap.
        _gapWeights = index.Cues.GroupBy(c => c.Language).ToDictionary(
            g => g.Key, g => g.Count(c => c.Kind == CueKind.Asked) / Math.Max(1.0, g.Count(c => c.Kind == CueKind.Gap)));
        for (var i = 0; i < index.Cues.Count; i++)
        {
            Count(_counts, i);
        }
    }

    /// <summary>Mean over the terms of the log of how many times more often they stand in gaps than in anticipated questions; 0 for neither.</summary>
    /// <param name="terms">The question's terms, each once.</param>
    /// <param name="except">Cues that do not count, when a cue itself is asked.</param>
    public double Lean(IReadOnlyCollection<string> terms, IReadOnlyList<int> except)
    {
        var without = new Dictionary<string, (double Gaps, double Asked)>();
        foreach (var cue in except.Distinct())
        {
            Count(without, cue);
        }

        var sum = 0.0;
        foreach (var term in terms)
        {
            var (gaps, asked) = _counts.GetValueOrDefault(term);
            var (lessGaps, lessAsked) = without.GetValueOrDefault(term);
            sum += Math.Log((gaps - lessGaps + 1) / (asked - lessAsked + 1));
        }

        return terms.Count > 0 ? sum / terms.Count : 0;
    }

    private void Count(Dictionary<string, (double Gaps, double Asked)> counts, int cue)
    {
        var (kind, weight) = (_index.Cues[cue].Kind, _gapWeights[_index.Cues[cue].Language]);
        if (kind is not (CueKind.Gap or CueKind.Asked))
        {
            return;
        }

        foreach (var term in _index.TermsOf(cue).Distinct())
        {
            var (gaps, asked) = counts.GetValueOrDefault(term);
            counts[term] = kind == CueKind.Gap ? (gaps + weight, asked) : (gaps, asked + 1);
        }
    }
}
