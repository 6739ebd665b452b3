using System.Buffers;
using System.Globalization;
using System.Text.Json;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>One complete index file, open for reading. Vectors and what is filtered by are in memory; texts and posting lists stay on disk.</summary>
internal sealed class SqliteIndexFile : IDisposable
{
    private readonly string _connection;
    private readonly VectorTable _vectors;
    private readonly PassageFacets _facets;
    private readonly WordSearch _words;

    private SqliteIndexFile(string path)
    {
        _connection = $"Data Source={path};Mode=ReadOnly;Cache=Private";
        using var connection = Connect();
        if (Meta(connection, "layout") != SqliteIndexWriter.Layout)
        {
            throw new FormatException("an index of another layout");
        }

        Count = int.Parse(Meta(connection, "passages"), CultureInfo.InvariantCulture);
        BuildKey = Meta(connection, "buildKey");
        var dimensions = int.Parse(Meta(connection, "dimensions"), CultureInfo.InvariantCulture);
        _vectors = new VectorTable(Count, dimensions);
        _facets = new PassageFacets(Count);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT row, dossier, kind, language, scale, vector FROM facets";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = reader.GetInt32(0);
            _facets.Set(row, reader.GetString(3), reader.GetString(2), reader.GetString(1));
            _vectors.Set(row, reader.GetFloat(4), (byte[])reader.GetValue(5));
        }

        _vectors.Complete();
        _words = new WordSearch(Count, double.Parse(Meta(connection, "averageTerms"), CultureInfo.InvariantCulture));
    }

    public int Count { get; }
    public string BuildKey { get; }

    public static SqliteIndexFile Open(string path) => new(path);

    public static SqliteIndexFile? TryOpen(string path)
    {
        try
        {
            return new SqliteIndexFile(path);
        }
        catch (Exception e) when (e is SqliteException or FormatException or InvalidOperationException)
        {
            SqliteConnection.ClearAllPools();
            return null;
        }
    }

    public IReadOnlyList<PassageHit> Search(PassageQuery query)
    {
        using var connection = Connect();
        var best = Best(connection, query);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT row, document, lookup FROM passages WHERE row IN ({string.Join(',', best.Select(b => b.Row))})";
        var found = new Dictionary<int, (Passage Passage, byte[]? Lookup)>(best.Count);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var passage = JsonSerializer.Deserialize(raw.sqlite3_column_blob(reader.Handle, 1), StoreJson.Default.Passage)!;
            found[reader.GetInt32(0)] = (passage, reader.GetValue(2) as byte[]);
        }

        return [.. best.Select(b => new PassageHit(found[b.Row].Passage, _vectors.Dimensions > 0 ? _vectors.Vector(b.Row) : null, found[b.Row].Lookup, b.Score))];
    }

    public TermStatistics Statistics(IReadOnlyCollection<string> terms)
    {
        using var connection = Connect();
        return _words.Statistics(connection, terms);
    }

    /// <summary>Lets pooled connections go; a reader at work keeps its own until it is done.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private List<(int Row, float Score)> Best(SqliteConnection connection, PassageQuery query)
    {
        var scores = ArrayPool<float>.Shared.Rent(Count);
        try
        {
            Array.Clear(scores, 0, Count);
            var allowed = _facets.Filter(query);
            if (query.Terms.Count > 0)
            {
                _words.AddCovered(connection, query.Terms, scores);
            }

            if (query.Vector is { } vector && _vectors.Dimensions > 0)
            {
                return _vectors.Best(vector, scores.AsSpan(0, Count), allowed, query.Limit);
            }

            var best = new BestRows(query.Limit);
            for (var row = 0; row < Count; row++)
            {
                if (scores[row] > 0 && (allowed is null || allowed(row)))
                {
                    best.Add(row, scores[row]);
                }
            }

            return best.Take();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        // The fifty best passages lie all over the file: mapped, they are read without a call each.
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA mmap_size=4294967296";
        command.ExecuteNonQuery();
        return connection;
    }

    private static string Meta(SqliteConnection connection, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE key=@key";
        command.Parameters.AddWithValue("@key", key);
        return command.ExecuteScalar() as string ?? throw new InvalidOperationException($"The index has no '{key}'.");
    }
}
