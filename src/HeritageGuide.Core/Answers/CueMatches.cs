using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Answers;

/// <summary>The cues that resemble a question, and the question as each dossier weighs its words.</summary>
public sealed class CueMatches(CueIndex index, IReadOnlyList<string> terms, IReadOnlyList<string> forms, EmbeddedText question)
{
    /// <summary>A question's terms beyond this many are not looked at.</summary>
    public const int MostTerms = 64;

    private readonly List<CueMatch> _all = [];
    private readonly Dictionary<string, (double[] Terms, double All, float[] Units)> _weights = [];

    /// <summary>The question's terms, each once.</summary>
    public IReadOnlyList<string> Terms => terms;

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
        + index.Units.Compare(question.Units, UnitWeights(dossier), match.Index).Focused
        + match.Cosine;

    /// <summary>Weight of the question's terms that are the dossier's own signature: those that stand in a third of its cues or more.</summary>
    public double Signature(string dossier) => terms.Sum(t => index.Idf(t) * (1 - index.Focus.Rarity(dossier, t)));

    /// <summary>What of the question a set of cues leaves unsaid, in meaning, its words weighed as a dossier weighs them.</summary>
    public Unsaid UnsaidBy(IEnumerable<CueMatch> cues, string dossier)
    {
        if (question.Units.Count == 0)
        {
            return new Unsaid(0, 0);
        }

        var best = new float[question.Units.Count];
        Array.Fill(best, -1);
        foreach (var cue in cues)
        {
            index.Units.Raise(question.Units, cue.Index, best);
        }

        var weights = UnitWeights(dossier);
        var (sum, all, worst, heaviest) = (0.0, 0.0, 0.0, 1e-9);
        for (var q = 0; q < best.Length; q++)
        {
            sum += weights[q] * (1 - best[q]);
            all += weights[q];
            worst = Math.Max(worst, weights[q] * (1 - best[q]));
            heaviest = Math.Max(heaviest, weights[q]);
        }

        return new Unsaid(all > 0 ? sum / all : 0, worst / heaviest);
    }

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

/// <summary>How far the words of a question are from what some cues say; 0 where each is said, towards 1 where none is.</summary>
/// <param name="Mean">Weighted mean over the words.</param>
/// <param name="Worst">The word that is farthest, for its weight.</param>
public readonly record struct Unsaid(double Mean, double Worst);
