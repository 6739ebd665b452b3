using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// BM25 over the posting lists of an index file. FTS5 looks up the length of every row that it scores: twenty milliseconds for a question over
/// 100,000 passages, where the lengths in memory make it one.
/// </summary>
/// <param name="lengths">Number of terms of each row.</param>
/// <param name="averageTerms">Mean of the lengths.</param>
internal sealed class WordSearch(int[] lengths, double averageTerms)
{
    // The rarest terms of a question decide; beyond so many places at which its terms stand, only the rarest few are searched.
    private const int MostPlaces = 60_000;
    private const int FewestTerms = 4;
    private readonly float[] _norms = [.. lengths.Select(l => (float)Bm25.Norm(l, averageTerms))];

    // Most terms stand once in a row: what that is worth, without a division.
    private readonly float[] _once = [.. lengths.Select(l => (float)Bm25.Saturated(1, Bm25.Norm(l, averageTerms)))];

    public double AverageTerms => averageTerms;

    public TermStatistics Statistics(SqliteConnection connection, IReadOnlyCollection<string> terms)
    {
        var frequencies = new Dictionary<string, int>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rows FROM postings WHERE term=@term";
        var parameter = command.Parameters.Add("@term", SqliteType.Text);
        foreach (var term in terms)
        {
            parameter.Value = term;
            if (command.ExecuteScalar() is long rows)
            {
                frequencies[term] = (int)rows;
            }
        }

        return new TermStatistics(_norms.Length, averageTerms, frequencies);
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

    private void Add(ReadOnlySpan<byte> places, float weight, float[] scores)
    {
        var reader = new PostingReader(places);
        while (reader.Read())
        {
            var row = reader.Row;
            scores[row] += weight * (reader.Count == 1 ? _once[row] : (float)Bm25.Saturated(reader.Count, _norms[row]));
        }
    }

    private static List<string> Searched(TermStatistics statistics)
    {
        var (terms, places) = (new List<string>(), 0);
        foreach (var (term, rows) in statistics.Frequencies.OrderBy(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            places += rows;
            if (terms.Count >= FewestTerms && places > MostPlaces)
            {
                break;
            }

            terms.Add(term);
        }

        return terms;
    }
}
