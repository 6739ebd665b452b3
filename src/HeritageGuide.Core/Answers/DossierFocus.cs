namespace HeritageGuide.Core.Answers;

/// <summary>
/// How common terms are within a dossier. Within the dossier of Tầm Vu the words "Tầm Vu" tell nothing: which claim is meant
/// is told by the others.
/// </summary>
public sealed class DossierFocus
{
    private readonly Dictionary<string, (int Cues, Dictionary<string, int> Holding)> _dossiers = [];

    public DossierFocus(IReadOnlyList<Cue> cues, IReadOnlyList<string[]> terms)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            if (cues[i].Kind is CueKind.OffTopic)
            {
                continue;
            }

            var (count, holding) = _dossiers.GetValueOrDefault(cues[i].Dossier, (0, []));
            foreach (var term in terms[i].Distinct())
            {
                holding[term] = holding.GetValueOrDefault(term) + 1;
            }

            _dossiers[cues[i].Dossier] = (count + 1, holding);
        }
    }

    /// <summary>1 for a term that the dossier's cues hardly hold, towards 0 for one that stands in a third of them or more.</summary>
    public double Rarity(string dossier, string term) =>
        _dossiers.TryGetValue(dossier, out var found) ? Math.Max(0, 1 - 3.0 * found.Holding.GetValueOrDefault(term) / found.Cues) : 1;
}

/// <summary>A question's terms and words as one dossier weighs them.</summary>
internal sealed class FocusedQuestion(IReadOnlyList<string> terms, double[] weights, float[] unitWeights)
{
    private readonly double _all = weights.Sum();

    public float[] UnitWeights { get; } = unitWeights;

    /// <summary>Share of the weight of the question's terms that stands in a cue, 0 to 1.</summary>
    public double Share(string[] cue)
    {
        if (_all <= 0)
        {
            return 0;
        }

        var held = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0 && Array.IndexOf(cue, terms[i]) >= 0)
            {
                held += weights[i];
            }
        }

        return held / _all;
    }
}
