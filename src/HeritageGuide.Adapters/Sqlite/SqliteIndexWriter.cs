using System.Globalization;
using System.Text.Json;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Writes one index file: passages, their vectors and what they are filtered by, and the rows in which each term stands.</summary>
internal static class SqliteIndexWriter
{
    /// <summary>Number of the files' layout; a file of another one is built anew.</summary>
    public const string Layout = "3";

    private const int BatchSize = 512;

    private const string Schema = """
        PRAGMA journal_mode=OFF;
        PRAGMA synchronous=OFF;
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE passages(row INTEGER PRIMARY KEY, document BLOB NOT NULL, lookup BLOB);
        CREATE TABLE facets(row INTEGER PRIMARY KEY, dossier TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, scale REAL NOT NULL, vector BLOB NOT NULL);
        CREATE TABLE postings(term TEXT PRIMARY KEY, rows INTEGER NOT NULL, places BLOB NOT NULL) WITHOUT ROWID;
        """;

    public static async Task WriteAsync(
        string path, IReadOnlyList<Passage> passages, string buildKey, IEmbedder embedder, Action<int>? progress, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(cancel);
        Execute(connection, Schema);
        await using (var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancel))
        {
            using var addPassage = Command(connection, "INSERT INTO passages VALUES(@a,@b,@c)", 3);
            using var addFacets = Command(connection, "INSERT INTO facets VALUES(@a,@b,@c,@d,@e,@f)", 6);
            var postings = new Dictionary<string, PostingList>();
            var lengths = new List<int>(passages.Count);
            var batches = passages.Chunk(BatchSize).ToList();
            var row = 0;
            var coming = PrepareAsync(batches.FirstOrDefault() ?? [], embedder, cancel);
            for (var n = 0; n < batches.Count; n++)
            {
                var batch = await coming;
                // While one batch is written, the next is read and embedded.
                var next = n + 1 < batches.Count ? batches[n + 1] : [];
                coming = Task.Run(() => PrepareAsync(next, embedder, cancel), cancel);
                foreach (var (passage, document, lookup, words, vector) in batch)
                {
                    Run(addPassage, row, document, (object?)lookup ?? DBNull.Value);
                    var (scale, bytes) = VectorTable.Quantize(vector);
                    Run(addFacets, row, passage.Dossier, passage.Kind, passage.Language, scale, bytes);
                    Post(postings, row++, words);
                    lengths.Add(words.Count);
                }

                progress?.Invoke(row);
            }

            var average = lengths.DefaultIfEmpty(0).Average();
            Meta(connection, "averageTerms", average.ToString("R", CultureInfo.InvariantCulture));
            using var addPostings = Command(connection, "INSERT INTO postings VALUES(@a,@b,@c)", 3);
            foreach (var (term, list) in postings.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                Run(addPostings, term, list.Rows, list.ToBytes((at, count) => WordSearch.Impact(count, lengths[at], average)));
            }

            await transaction.CommitAsync(cancel);
        }

        Meta(connection, "layout", Layout);
        Meta(connection, "passages", passages.Count.ToString(CultureInfo.InvariantCulture));
        Meta(connection, "dimensions", embedder.Dimensions.ToString(CultureInfo.InvariantCulture));
        Meta(connection, "buildKey", buildKey);
    }

    private static void Meta(SqliteConnection connection, string key, string value)
    {
        using var meta = Command(connection, "INSERT INTO meta VALUES(@a,@b)", 2);
        Run(meta, key, value);
    }

    private static async Task<IReadOnlyList<(Passage Passage, byte[] Document, byte[]? Lookup, List<string> Words, float[] Vector)>> PrepareAsync(
        Passage[] batch, IEmbedder embedder, CancellationToken cancel)
    {
        var texts = batch.Select(IndexedText.Of).ToArray();
        var lookups = new byte[]?[texts.Length];
        var vectors = new float[texts.Length][];
        if (embedder.Lookups is { } model)
        {
            Parallel.For(0, texts.Length, new ParallelOptions { CancellationToken = cancel }, i =>
            {
                lookups[i] = model.LookUp(texts[i]);
                vectors[i] = model.Embed(lookups[i]).Vector;
            });
        }
        else
        {
            var embedded = await embedder.EmbedAsync(texts, EmbeddedKind.Passage, cancel);
            vectors = [.. embedded.Select(e => e.Vector)];
        }

        return [.. batch.Select((p, i) => (p, JsonSerializer.SerializeToUtf8Bytes(p, StoreJson.Default.Passage), lookups[i], SearchTerms.Of(texts[i]), vectors[i]))];
    }

    private static void Post(Dictionary<string, PostingList> postings, int row, List<string> words)
    {
        foreach (var (term, count) in Bm25.Count(words))
        {
            if (!postings.TryGetValue(term, out var list))
            {
                postings[term] = list = new PostingList();
            }

            list.Add(row, count);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter("@" + (char)('a' + i), null));
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
