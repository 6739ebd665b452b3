using System.Runtime.InteropServices;

namespace HeritageGuide.Core.Retrieval;

/// <summary>BM25 over terms, and BM25 as the share of a question that a text covers.</summary>
public static class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>What <see cref="Saturated"/> never reaches.</summary>
    public const double MostSaturated = K1 + 1;

    /// <summary>Score of a text for a question.</summary>
    /// <param name="question">Distinct terms of the question.</param>
    /// <param name="text">Count of each term in the text.</param>
    /// <param name="length">Number of terms in the text.</param>
    /// <param name="statistics">How common the terms are.</param>
    public static double Score(IReadOnlyCollection<string> question, IReadOnlyDictionary<string, int> text, int length, TermStatistics statistics)
    {
        var norm = Norm(length, statistics.AverageTerms);
        var score = 0.0;
        foreach (var term in question)
        {
            if (text.TryGetValue(term, out var count))
            {
                score += statistics.Idf(term) * Saturated(count, norm);
            }
        }

        return score;
    }

    /// <summary>What a text's length does to its counts.</summary>
    public static double Norm(int length, double average) => K1 * (1 - B + B * length / Math.Max(1, average));

    /// <summary>What a count is worth in a text of this norm: more and more of the same adds less and less.</summary>
    public static double Saturated(int count, double norm) => count * (K1 + 1) / (count + norm);

    /// <summary>
    /// The score as a share of what a text of average length would get that holds every term once. A term that the index has never
    /// seen counts too, so a question in another language gets low shares instead of an accidental best match.
    /// </summary>
    public static double Covered(IReadOnlyCollection<string> question, IReadOnlyDictionary<string, int> text, int length, TermStatistics statistics)
    {
        var full = Full(question, statistics);
        return full <= 0 ? 0 : Score(question, text, length, statistics) / full;
    }

    /// <summary>What a text of average length would get that holds every term once.</summary>
    public static double Full(IReadOnlyCollection<string> question, TermStatistics statistics) => question.Sum(statistics.Idf);

    public static Dictionary<string, int> Count(IEnumerable<string> terms)
    {
        var counts = new Dictionary<string, int>(terms.TryGetNonEnumeratedCount(out var most) ? most : 0);
        foreach (var term in terms)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
        }

        return counts;
    }
}
