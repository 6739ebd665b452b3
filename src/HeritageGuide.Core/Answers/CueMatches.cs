using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Answers;

/// <summary>The cues that resemble a question, and the question as each dossier weighs its words.</summary>
public sealed class CueMatches(CueIndex index, IReadOnlyList<string> terms, IReadOnlyList<string> forms, EmbeddedText question, int dimensions)
{
    /// <summary>A question's terms beyond this many are not looked at.</summary>
    public const int MostTerms = 64;

    private readonly List<CueMatch> _all = [];
    private readonly Dictionary<string, (double[] Terms, double All, float[] Units)> _weights = [];

    public IReadOnlyList<CueMatch> All => _all;

    /// <summary>Share of the question that a set of its terms makes up, as the dossier weighs them; 0 to 1.</summary>
    public double Share(string dossier, ulong held)
    {
        var (weights, all, _) = Weights(dossier);
        var sum = 0.0;
        for (var t = 0; t < weights.Length; t++)
        {
            sum += (held >> t & 1) == 1 ? weights[t] : 0;
        }

        return all > 0 ? sum / all : 0;
    }

    /// <summary>How well a cue fits with the words weighed as a dossier weighs them, whichever dossier the cue is of.</summary>
    public double Strength(CueMatch match, string dossier) =>
        Share(dossier, match.Held)
        + LateInteraction.Compare(question.Units, UnitWeights(dossier), index.UnitsOf(match.Index), dimensions).Focused
        + match.Cosine;

    /// <summary>Weight of the question's terms that are the dossier's own signature: those that stand in a third of its cues or more.</summary>
    public double Signature(string dossier) => terms.Sum(t => index.Idf(t) * (1 - index.Focus.Rarity(dossier, t)));

    internal float[] UnitWeights(string dossier) => Weights(dossier).Units;

    internal void Add(CueMatch match) => _all.Add(match);

    private (double[] Terms, double All, float[] Units) Weights(string dossier)
    {
        if (!_weights.TryGetValue(dossier, out var weights))
        {
            double[] ofTerms = [.. terms.Select(t => index.Idf(t) * index.Focus.Rarity(dossier, t))];
            float[] ofUnits = [.. question.Units.Weights.Select((w, u) => u < forms.Count ? w * (float)index.Focus.Rarity(dossier, forms[u]) : w)];
            _weights[dossier] = weights = (ofTerms, ofTerms.Sum(), ofUnits);
        }

        return weights;
    }
}
