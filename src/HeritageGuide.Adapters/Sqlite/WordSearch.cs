using System.Collections.Concurrent;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// BM25 over the posting lists of an index file. FTS5 looks up the length of every row that it scores: twenty milliseconds for a question over
/// 100,000 passages, where an impact beside the row makes it less than one: what count and length are worth, as a byte.
/// </summary>
/// <param name="rows">Number of rows.</param>
/// <param name="averageTerms">Mean number of terms of a row.</param>
internal sealed class WordSearch(int rows, double averageTerms)
{
    // The rarest terms of a question decide; beyond so many places at which its terms stand, only the rarest few are searched.
    private const int MostPlaces = 200_000;
    private const int FewestTerms = 4;

    /// <summary>In how many rows a term stands is kept for so many terms (about 60 bytes each): a question's are asked for more than once.</summary>
    private const int MostKnown = 50_000;
    private readonly ConcurrentDictionary<string, int> _known = new();

    /// <summary>What a count is worth in a row of this many terms: <see cref="Bm25.Saturated"/> in 255 steps.</summary>
    public static byte Impact(int count, int length, double averageTerms) =>
        (byte)Math.Max(1, Math.Round(Bm25.Saturated(count, Bm25.Norm(length, averageTerms)) / Bm25.MostSaturated * byte.MaxValue));

    public TermStatistics Statistics(SqliteConnection connection, IReadOnlyCollection<string> terms)
    {
        var frequencies = new Dictionary<string, int>(terms.Count);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rows FROM postings WHERE term=@term";
        var parameter = command.Parameters.Add("@term", SqliteType.Text);
        foreach (var term in terms)
        {
            if (!_known.TryGetValue(term, out var frequency))
            {
                parameter.Value = term;
                frequency = (int)(command.ExecuteScalar() as long? ?? 0);
                if (_known.Count < MostKnown)
                {
                    _known.TryAdd(term, frequency);
                }
            }

            if (frequency > 0)
            {
                frequencies[term] = frequency;
            }
        }

        return new TermStatistics(rows, averageTerms, frequencies);
    }

    /// <summary>Adds to each row's score its covered BM25.</summary>
    public void AddCovered(SqliteConnection connection, IReadOnlyCollection<string> terms, float[] scores)
    {
        var distinct = terms.Distinct().ToList();
        var statistics = Statistics(connection, distinct);
        var full = Bm25.Full(distinct, statistics);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT places FROM postings WHERE term=@term";
        var parameter = command.Parameters.Add("@term", SqliteType.Text);
        foreach (var term in Searched(statistics))
        {
            parameter.Value = term;
            using var reader = command.ExecuteReader();
            if (reader.Read())
            {
                // The bytes stay where SQLite has them: a common term's list would be a large object for each question.
                Add(raw.sqlite3_column_blob(reader.Handle, 0), (float)(statistics.Idf(term) / full), scores);
            }
        }
    }

    private static void Add(ReadOnlySpan<byte> places, float weight, float[] scores)
    {
        var step = weight * (float)Bm25.MostSaturated / byte.MaxValue;
        var reader = new PostingReader(places);
        while (reader.Read())
        {
            scores[reader.Row] += step * reader.Byte;
        }
    }

    private static List<string> Searched(TermStatistics statistics)
    {
        var (terms, places) = (new List<string>(), 0);
        foreach (var (term, standing) in statistics.Frequencies.OrderBy(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            places += standing;
            if (terms.Count >= FewestTerms && places > MostPlaces)
            {
                break;
            }

            terms.Add(term);
        }

        return terms;
    }
}
