using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>What the ranking by words looks for in the passages that it ranks, for one question. Not for use by two threads at once.</summary>
internal sealed class AskedWords
{
    private const double MarksWeight = 0.15;
    private const double TitleWeight = 0.2;
    private const double NamesWeight = 0.3;
    private readonly TermStatistics _statistics;
    private readonly IReadOnlyList<NameGroup> _names;
    private readonly double[] _idf;
    private readonly double _full;
    private readonly int[] _counts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly Action<ReadOnlySpan<char>> _count;
    private readonly HashSet<string> _marked;
    private int _length;

    /// <param name="text">The question.</param>
    /// <param name="terms">Its distinct terms.</param>
    /// <param name="names">What it names.</param>
    /// <param name="statistics">How common its terms are.</param>
    public AskedWords(string text, IReadOnlyList<string> terms, IReadOnlyList<NameGroup> names, TermStatistics statistics)
    {
        (_statistics, _names) = (statistics, names);
        _idf = [.. terms.Select(statistics.Idf)];
        _full = _idf.Sum();
        _counts = new int[terms.Count];
        _places = terms.Select((t, i) => (t, i)).ToDictionary(x => x.t, x => x.i, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _count = Count;
        _marked = [.. WordReader.Read(text).Where(w => w.Script == Script.Latin && w.Marked != w.Folded).Select(w => w.Marked)];
    }

    /// <summary>Covered BM25 of text and title, marks typed by the visitor, and what the question names.</summary>
    public double Score(Passage passage)
    {
        var text = IndexedText.Of(passage);
        using var folded = new FoldedText(text);
        var score = Covered(folded, null) + MarksWeight * MarkedShare(text, folded) + NamesWeight * QueryExpansion.Said(_names, folded.Letters);
        if (passage.Title.Length == 0)
        {
            return score;
        }

        // A title is short by nature: that is no merit.
        using var title = new FoldedText(passage.Title);
        return score + TitleWeight * Covered(title, (int)_statistics.AverageTerms);
    }

    private double Covered(FoldedText text, int? length)
    {
        Array.Clear(_counts);
        _length = 0;
        SearchTerms.Read(text, _count);
        var norm = Bm25.Norm(length ?? _length, _statistics.AverageTerms);
        var score = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            score += _counts[i] == 0 ? 0 : _idf[i] * Bm25.Saturated(_counts[i], norm);
        }

        return _full <= 0 ? 0 : score / _full;
    }

    private void Count(ReadOnlySpan<char> term)
    {
        _length++;
        if (_places.TryGetValue(term, out var place))
        {
            _counts[place]++;
        }
    }

    // Share of the question's marked words that stand in the text with the very same marks; 0 where none is marked.
    private double MarkedShare(string text, FoldedText folded)
    {
        if (_marked.Count == 0)
        {
            return 0;
        }

        var found = new HashSet<string>();
        var marked = _marked.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        for (var i = 0; i < folded.Count; i++)
        {
            var place = folded.PlaceOf(i);
            if (place.Script != Script.Latin)
            {
                continue;
            }

            var raw = text.AsSpan(place.Start, place.Length);
            ReadOnlySpan<char> mapped = raw.Length <= lower.Length && LatinLetters.TryMap(raw, LatinLetters.Lower, lower) ? lower[..raw.Length] : VietnameseText.Marked(raw.ToString());
            if (marked.TryGetValue(mapped, out var word))
            {
                found.Add(word);
            }
        }

        return (double)found.Count / _marked.Count;
    }
}
