using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>A passage cut into what the ranking by words looks at: the same for every question.</summary>
/// <param name="Text">What of the passage is indexed.</param>
/// <param name="Counts">Count of each term.</param>
/// <param name="Length">Number of terms.</param>
/// <param name="Marked">Its Latin words that carry marks, in lower case.</param>
/// <param name="Title">Count of each term of the title; empty where there is none.</param>
internal sealed record ReadPassage(string Text, Dictionary<string, int> Counts, int Length, HashSet<string> Marked, Dictionary<string, int> Title)
{
    private const double MarksWeight = 0.15;
    private const double TitleWeight = 0.2;
    private string? _comparable;

    /// <summary>The text as names are looked for in it.</summary>
    public string Comparable => _comparable ??= QueryExpansion.Comparable(Text);

    public static ReadPassage Of(Passage passage)
    {
        var text = IndexedText.Of(passage);
        var words = WordReader.Read(text);
        var terms = SearchTerms.Of(words);
        return new ReadPassage(
            text, Bm25.Count(terms), terms.Count, MarkedWords(words), Bm25.Count(SearchTerms.Of(passage.Title)));
    }

    /// <summary>Covered BM25 of text and title, and marks typed by the visitor.</summary>
    /// <param name="marked">The question's <see cref="MarkedWords"/>.</param>
    /// <param name="terms">Its distinct terms.</param>
    /// <param name="statistics">How common they are.</param>
    public double Score(HashSet<string> marked, List<string> terms, TermStatistics statistics) =>
        Bm25.Covered(terms, Counts, Length, statistics) + MarksWeight * MarkedShare(marked)
        + (Title.Count > 0 ? TitleWeight * Bm25.Covered(terms, Title, (int)statistics.AverageTerms, statistics) : 0);

    /// <summary>Latin words that carry marks, in lower case.</summary>
    public static HashSet<string> MarkedWords(List<Word> words) => [.. words.Where(w => w.Script == Script.Latin && w.Marked != w.Folded).Select(w => w.Marked)];

    // Share of the question's marked words that stand in the text with the very same marks; 0 where none is marked.
    private double MarkedShare(HashSet<string> marked) => marked.Count == 0 ? 0 : (double)marked.Count(Marked.Contains) / marked.Count;
}
