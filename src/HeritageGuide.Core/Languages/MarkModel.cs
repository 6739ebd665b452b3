namespace HeritageGuide.Core.Languages;

/// <summary>How often Vietnamese syllables and pairs of neighbouring ones are written, marks and all. Trained by <c>models/training</c>; ships in <c>models/language</c>.</summary>
public sealed class MarkModel
{
    /// <summary>Stands before the first syllable and in place of numbers.</summary>
    public const string Edge = "#";

    private readonly Dictionary<string, int> _ids;
    private readonly int[] _counts;
    private readonly Dictionary<long, int> _pairs;
    private readonly ILookup<string, string> _byFolded;
    private readonly double _total;

    /// <param name="counts">Each marked syllable in lower case and how often it is written; <see cref="Edge"/> among them.</param>
    /// <param name="pairs">How often one syllable follows another.</param>
    public MarkModel(IReadOnlyList<KeyValuePair<string, int>> counts, IEnumerable<(string First, string Second, int Count)> pairs)
    {
        _ids = counts.Select((c, i) => (c.Key, i)).ToDictionary(x => x.Key, x => x.i);
        _counts = [.. counts.Select(c => c.Value)];
        _pairs = pairs.ToDictionary(p => Pair(_ids[p.First], _ids[p.Second]), p => p.Count);
        _byFolded = counts.Where(c => c.Key != Edge).ToLookup(c => VietnameseText.Fold(c.Key), c => c.Key);
        _total = counts.Sum(c => (double)c.Value);
    }

    /// <summary>The ways in which a syllable without marks may be meant; itself where none is known.</summary>
    public IReadOnlyList<string> FormsOf(string folded) => _byFolded[folded].ToList() is { Count: > 0 } forms ? forms : [folded];

    /// <summary>Probability that a syllable follows another: pairs, smoothed with how common the second is by itself.</summary>
    public double After(string first, string second)
    {
        const double pairShare = 0.8;
        var b = _ids.GetValueOrDefault(second, -1);
        var alone = ((b < 0 ? 0 : _counts[b]) + 0.1) / _total;
        return _ids.TryGetValue(first, out var a) && b >= 0 && _pairs.TryGetValue(Pair(a, b), out var together)
            ? pairShare * together / _counts[a] + (1 - pairShare) * alone
            : (1 - pairShare) * alone;
    }

    private static long Pair(int first, int second) => (long)first << 32 | (uint)second;
}
