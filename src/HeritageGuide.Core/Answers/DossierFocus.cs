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
