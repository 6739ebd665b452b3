using System.Buffers;
using System.Runtime.InteropServices;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Answers;

/// <summary>How well a cue fits a question.</summary>
/// <param name="Index">The cue's number.</param>
/// <param name="Words">Covered BM25 of the question's terms, about 0 to 1.5.</param>
/// <param name="Cosine">Cosine of the two vectors; 0 without a model.</param>
/// <param name="MaxSim">MaxSim of question over cue; 0 without a model.</param>
/// <param name="Back">MaxSim of cue over question: how much of the cue the question says.</param>
/// <param name="FocusWords">Share of the question's terms that the cue holds, each weighed by how rare it is within the cue's dossier.</param>
/// <param name="FocusSim">MaxSim with the question's words weighed in the same way.</param>
/// <param name="Held">Which of the question's terms the cue holds, a bit each.</param>
public readonly record struct CueMatch(
    int Index, double Words, double Cosine, double MaxSim, double Back, double FocusWords, double FocusSim, ulong Held)
{
    /// <summary>How well the cue fits with the question's words weighed as its dossier weighs them, 0 to about 3.</summary>
    public double Focused => FocusWords + FocusSim + Cosine;
}

/// <summary>Holds all cues in memory, by words and by vectors, and finds those that resemble a question.</summary>
public sealed class CueIndex
{
    private const int Candidates = 80;

    // The word vectors of all cues at once would take half a gigabyte for a moment.
    private const int EmbeddedAtOnce = 2_048;
    private readonly IEmbedder _embedder;
    private readonly Dictionary<string, List<int>> _postings = [];
    private readonly string[][] _terms;
    private readonly float[][] _vectors;
    private readonly ByteVectors _nearby;
    private readonly TermStatistics _statistics;

    // What a term is worth that stands in a cue, by the cue's length.
    private readonly float[] _worth;

    private CueIndex(IReadOnlyList<Cue> cues, IEmbedder embedder, float[][] vectors, PackedUnits units)
    {
        Cues = cues;
        _embedder = embedder;
        // Each term is kept once, in however many cues it stands.
        var known = new Dictionary<string, string>();
        string Kept(string term) => known.TryAdd(term, term) ? term : known[term];
        _terms = [.. cues.Select(c => SearchTerms.Of(Normalized(c)).Select(Kept).ToArray())];
        _vectors = vectors;
        _nearby = new ByteVectors(_vectors, embedder.Dimensions);
        Units = units;
        for (var i = 0; i < cues.Count; i++)
        {
            foreach (var term in _terms[i].Distinct())
            {
                if (!_postings.TryGetValue(term, out var list))
                {
                    _postings[term] = list = [];
                }

                list.Add(i);
            }
        }

        _statistics = new TermStatistics(
            Math.Max(1, cues.Count), cues.Count == 0 ? 1 : _terms.Average(t => t.Length), _postings.ToDictionary(p => p.Key, p => p.Value.Count));
        _worth = [.. _terms.Select(t => (float)Bm25.Saturated(1, Bm25.Norm(t.Length, _statistics.AverageTerms)))];
        Focus = new DossierFocus(cues, _terms);
    }

    /// <summary>How common each term is within each dossier.</summary>
    public DossierFocus Focus { get; }

    public IReadOnlyList<Cue> Cues { get; }

    public static async Task<CueIndex> BuildAsync(IReadOnlyList<Cue> cues, IEmbedder embedder, CancellationToken cancel)
    {
        var (vectors, units) = (new List<float[]>(cues.Count), new PackedUnits(embedder.Dimensions));
        foreach (var some in cues.Chunk(EmbeddedAtOnce))
        {
            foreach (var embedded in await embedder.EmbedAsync([.. some.Select(Normalized)], EmbeddedKind.Passage, cancel))
            {
                vectors.Add(embedded.Vector);
                units.Add(embedded.Units);
            }
        }

        return new CueIndex(cues, embedder, [.. vectors], units);
    }

    /// <summary>A cue's terms in order, repeats included.</summary>
    public IReadOnlyList<string> TermsOf(int cue) => _terms[cue];

    /// <summary>Inverse document frequency of a term among the cues.</summary>
    public double Idf(string term) => _statistics.Idf(term);

    /// <summary>The cues that resemble the question, at most about a hundred by words and as many by vector.</summary>
    /// <param name="text">The question, written out.</param>
    /// <param name="except">Cues to leave out, when a cue itself is asked.</param>
    /// <param name="prefer">Cues of these dossiers are looked at in full, whatever they resemble.</param>
    public async ValueTask<CueMatches> MatchAsync(string text, IReadOnlyList<int> except, IReadOnlyCollection<string> prefer, CancellationToken cancel)
    {
        var terms = SearchTerms.Of(text).Distinct().Take(CueMatches.MostTerms).ToList();
        var question = (await _embedder.EmbedAsync([text], EmbeddedKind.Query, cancel))[0];
        var found = new CueMatches(this, terms, [.. FeatureReader.Read(text).Select(u => u.Forms[0].Text)], question);

        // One number a cue and question would be a large object each time.
        var (words, cosines, held) = (ArrayPool<float>.Shared.Rent(Cues.Count), ArrayPool<float>.Shared.Rent(Cues.Count), ArrayPool<ulong>.Shared.Rent(Cues.Count));
        Score(terms, words, held);
        CosinesOf(question, cosines.AsSpan(0, Cues.Count));
        foreach (var i in Choose(words, cosines, prefer).Except(except).Order())
        {
            var dossier = Cues[i].Dossier;
            var cosine = _embedder.Dimensions > 0 ? LateInteraction.Cosine(question.Vector, _vectors[i]) : 0;
            var views = Units.Compare(question.Units, found.UnitWeights(dossier), i);
            found.Add(new CueMatch(i, words[i], (float)cosine, views.Forward, views.Back, found.Share(dossier, held[i]), views.Focused, held[i]));
        }

        ArrayPool<float>.Shared.Return(words);
        ArrayPool<float>.Shared.Return(cosines);
        ArrayPool<ulong>.Shared.Return(held);
        return found;
    }

    /// <summary>The words of each cue as vectors.</summary>
    internal PackedUnits Units { get; }

    // Both sides are brought to one form, so that "ko" and "không", "IV" and "thứ tư" meet.
    private static string Normalized(Cue cue) => QuestionText.Normalize(cue.Text);

    // The words' share of the question that each cue covers, and which of its terms the cue holds.
    private void Score(List<string> terms, float[] scores, ulong[] held)
    {
        Array.Clear(scores, 0, Cues.Count);
        Array.Clear(held, 0, Cues.Count);
        var full = terms.Sum(_statistics.Idf);
        for (var t = 0; t < terms.Count; t++)
        {
            if (!_postings.TryGetValue(terms[t], out var list))
            {
                continue;
            }

            var (share, bit) = ((float)(_statistics.Idf(terms[t]) / full), 1UL << t);
            foreach (var i in CollectionsMarshal.AsSpan(list))
            {
                scores[i] += share * _worth[i];
                held[i] |= bit;
            }
        }
    }

    private void CosinesOf(EmbeddedText question, Span<float> cosines)
    {
        cosines.Clear();
        if (_embedder.Dimensions > 0)
        {
            _nearby.Cosines(question.Vector, cosines);
        }
    }

    // The best by words and by vector, and of the preferred dossiers the best by both.
    private HashSet<int> Choose(float[] words, float[] cosines, IReadOnlyCollection<string> prefer)
    {
        var (byWords, byVector, preferred) = (new BestRows(Candidates), new BestRows(Candidates), prefer.Distinct().ToDictionary(d => d, _ => new BestRows(Candidates / 2)));
        for (var i = 0; i < Cues.Count; i++)
        {
            if (words[i] > 0)
            {
                byWords.Add(i, words[i]);
            }

            if (cosines[i] > 0)
            {
                byVector.Add(i, cosines[i]);
            }

            if (preferred.Count > 0 && preferred.TryGetValue(Cues[i].Dossier, out var best))
            {
                best.Add(i, words[i] + cosines[i]);
            }
        }

        return [.. preferred.Values.Prepend(byVector).Prepend(byWords).SelectMany(b => b.Take()).Select(b => b.Row)];
    }
}
