using System.Globalization;
using System.Text.Json;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>One complete index file, open for reading.</summary>
internal sealed class SqliteIndexFile : IDisposable
{
    // The rarest terms of a question decide; common ones would cost most of the time. Beyond so many places at which terms stand, only
    // the rarest few are searched.
    private const int MostPlaces = 12_000;
    private const int FewestTerms = 4;
    private readonly string _connection;
    private readonly VectorTable _vectors;
    private readonly double _averageTerms;

    private SqliteIndexFile(string path)
    {
        _connection = $"Data Source={path};Mode=ReadOnly;Cache=Private";
        using var connection = Connect();
        Count = int.Parse(Meta(connection, "passages"), CultureInfo.InvariantCulture);
        BuildKey = Meta(connection, "buildKey");
        _averageTerms = Count == 0 ? 0 : double.Parse(Meta(connection, "terms"), CultureInfo.InvariantCulture) / Count;
        // An index of before there was this table is built anew.
        Frequencies(connection, ["a"]);
        _vectors = ReadVectors(connection, Count, int.Parse(Meta(connection, "dimensions"), CultureInfo.InvariantCulture));
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
        var byWords = query.Terms.Count > 0 ? SearchWords(connection, query) : [];
        var byVector = query.Vector is not null && _vectors.Dimensions > 0 ? SearchVectors(connection, query) : [];
        var ranks = new Dictionary<int, (int Word, int Vector)>();
        for (var i = 0; i < byWords.Count; i++)
        {
            ranks[byWords[i]] = (i + 1, 0);
        }

        for (var i = 0; i < byVector.Count; i++)
        {
            ranks[byVector[i]] = (ranks.GetValueOrDefault(byVector[i]).Word, i + 1);
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT document FROM passages WHERE row=@row";
        var row = command.Parameters.Add("@row", SqliteType.Integer);
        var hits = new List<PassageHit>(ranks.Count);
        foreach (var (number, (word, vector)) in ranks)
        {
            row.Value = number;
            var passage = JsonSerializer.Deserialize((byte[])command.ExecuteScalar()!, StoreJson.Default.Passage)!;
            hits.Add(new PassageHit(passage, _vectors.Dimensions > 0 ? _vectors.Vector(number - 1) : null, word, vector));
        }

        return [.. hits.OrderBy(h => Math.Min(h.WordRank == 0 ? int.MaxValue : h.WordRank, h.VectorRank == 0 ? int.MaxValue : h.VectorRank))
            .ThenBy(h => h.Passage.Id, StringComparer.Ordinal)];
    }

    public TermStatistics Statistics(IReadOnlyCollection<string> terms)
    {
        using var connection = Connect();
        return new TermStatistics(Count, _averageTerms, Frequencies(connection, terms));
    }

    /// <summary>Lets pooled connections go; a reader at work keeps its own until it is done.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }

    private List<int> SearchWords(SqliteConnection connection, PassageQuery query)
    {
        var distinct = query.Terms.Distinct().ToList();
        var frequencies = Frequencies(connection, distinct);
        var (terms, places) = (new List<string>(), 0);
        foreach (var term in distinct.Where(frequencies.ContainsKey).OrderBy(t => frequencies[t]))
        {
            places += frequencies[term];
            if (terms.Count >= FewestTerms && places > MostPlaces)
            {
                break;
            }

            terms.Add(term);
        }

        if (terms.Count == 0)
        {
            return [];
        }

        var match = "(" + string.Join(" OR ", terms.Select(Quote)) + ")";
        match += query.Language is { } language ? $" AND {Quote(SqliteIndexWriter.LanguageTerm(language))}" : "";
        match += query.Kind is { } kind ? $" AND {Quote(SqliteIndexWriter.KindTerm(kind))}" : "";
        using var command = connection.CreateCommand();
        var within = query.Dossiers is { Count: > 0 }
            ? $" AND rowid IN (SELECT row FROM passages WHERE dossier IN ({string.Join(',', query.Dossiers.Select((_, i) => "@d" + i))}))"
            : "";
        command.CommandText = $"SELECT rowid FROM words WHERE words MATCH @match{within} ORDER BY rank LIMIT @limit";
        command.Parameters.AddWithValue("@match", match);
        command.Parameters.AddWithValue("@limit", query.Limit);
        for (var i = 0; i < (within.Length > 0 ? query.Dossiers!.Count : 0); i++)
        {
            command.Parameters.AddWithValue("@d" + i, query.Dossiers![i]);
        }

        var rows = new List<int>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(reader.GetInt32(0));
        }

        return rows;
    }

    private List<int> SearchVectors(SqliteConnection connection, PassageQuery query)
    {
        HashSet<int>? allowed = null;
        if (query.Language is not null || query.Kind is not null || query.Dossiers is { Count: > 0 })
        {
            allowed = Allowed(connection, query);
        }

        return [.. _vectors.Nearest(query.Vector!, query.Limit, allowed).Select(i => i + 1)];
    }

    private static HashSet<int> Allowed(SqliteConnection connection, PassageQuery query)
    {
        using var command = connection.CreateCommand();
        var conditions = new List<string>();
        void Add(string condition, string name, string value)
        {
            conditions.Add(condition);
            command.Parameters.AddWithValue(name, value);
        }

        if (query.Language is { } language)
        {
            Add("language=@l", "@l", language);
        }

        if (query.Kind is { } kind)
        {
            Add("kind=@k", "@k", kind);
        }

        if (query.Dossiers is { Count: > 0 } dossiers)
        {
            conditions.Add($"dossier IN ({string.Join(',', dossiers.Select((_, i) => "@d" + i))})");
            for (var i = 0; i < dossiers.Count; i++)
            {
                command.Parameters.AddWithValue("@d" + i, dossiers[i]);
            }
        }

        command.CommandText = "SELECT row-1 FROM passages WHERE " + string.Join(" AND ", conditions);
        var rows = new HashSet<int>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(reader.GetInt32(0));
        }

        return rows;
    }

    private static Dictionary<string, int> Frequencies(SqliteConnection connection, IReadOnlyCollection<string> terms)
    {
        var frequencies = new Dictionary<string, int>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT passages FROM frequencies WHERE term=@term";
        var parameter = command.Parameters.Add("@term", SqliteType.Text);
        foreach (var term in terms)
        {
            parameter.Value = term;
            if (command.ExecuteScalar() is long count)
            {
                frequencies[term] = (int)count;
            }
        }

        return frequencies;
    }

    private static VectorTable ReadVectors(SqliteConnection connection, int count, int dimensions)
    {
        var table = new VectorTable(count, dimensions);
        if (dimensions == 0)
        {
            return table;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT row, scale, bytes FROM vectors";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            table.Set(reader.GetInt32(0) - 1, reader.GetFloat(1), (byte[])reader.GetValue(2));
        }

        return table;
    }

    private static string Meta(SqliteConnection connection, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE key=@key";
        command.Parameters.AddWithValue("@key", key);
        return command.ExecuteScalar() as string ?? throw new InvalidOperationException($"The index has no '{key}'.");
    }

    private static string Quote(string term) => "\"" + term.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
