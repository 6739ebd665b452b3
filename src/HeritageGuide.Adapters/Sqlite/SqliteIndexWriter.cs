using System.Text.Json;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Writes one index file: passages, their terms for FTS5, and their vectors.</summary>
internal static class SqliteIndexWriter
{
    private const int BatchSize = 512;

    // The terms come cut and folded already; the categories keep Khmer vowel signs inside their letters.
    private const string Schema = """
        PRAGMA journal_mode=OFF;
        PRAGMA synchronous=OFF;
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE passages(row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, dossier TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, document BLOB NOT NULL);
        CREATE TABLE vectors(row INTEGER PRIMARY KEY, scale REAL NOT NULL, bytes BLOB NOT NULL);
        CREATE VIRTUAL TABLE words USING fts5(terms, content='',
            tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc' tokenchars '_'");
        CREATE VIRTUAL TABLE vocabulary USING fts5vocab('words', 'row');
        CREATE TABLE frequencies(term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
        """;

    public static async Task WriteAsync(
        string path, IReadOnlyList<Passage> passages, string buildKey, IEmbedder embedder, Action<int>? progress, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(cancel);
        Execute(connection, Schema);
        long terms = 0;
        await using (var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancel))
        {
            using var addPassage = Command(connection, "INSERT INTO passages VALUES(@a,@b,@c,@d,@e,@f)", 6);
            using var addWords = Command(connection, "INSERT INTO words(rowid, terms) VALUES(@a,@b)", 2);
            using var addVector = Command(connection, "INSERT INTO vectors VALUES(@a,@b,@c)", 3);
            var batches = passages.Chunk(BatchSize).ToList();
            var row = 0L;
            var coming = PrepareAsync(batches.FirstOrDefault() ?? [], embedder, cancel);
            for (var n = 0; n < batches.Count; n++)
            {
                var batch = await coming;
                // While one batch is written, the next is read and embedded.
                var next = n + 1 < batches.Count ? batches[n + 1] : [];
                coming = Task.Run(() => PrepareAsync(next, embedder, cancel), cancel);
                foreach (var (passage, document, words, vector) in batch)
                {
                    row++;
                    terms += words.Count;
                    Run(addPassage, row, passage.Id, passage.Dossier, passage.Kind, passage.Language, document);
                    Run(addWords, row, string.Join(' ', words.Append(LanguageTerm(passage.Language)).Append(KindTerm(passage.Kind))));
                    if (embedder.Dimensions > 0)
                    {
                        var (scale, bytes) = VectorTable.Quantize(vector);
                        Run(addVector, row, scale, bytes);
                    }
                }

                progress?.Invoke((int)row);
            }

            // FTS5 would count a term's passages anew each time it is asked.
            Execute(connection, "INSERT INTO frequencies SELECT term, doc FROM vocabulary");
            await transaction.CommitAsync(cancel);
        }

        using var meta = Command(connection, "INSERT INTO meta VALUES(@a,@b)", 2);
        Run(meta, "passages", passages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Run(meta, "terms", terms.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Run(meta, "dimensions", embedder.Dimensions.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Run(meta, "buildKey", buildKey);
    }

    private static async Task<IReadOnlyList<(Passage Passage, byte[] Document, List<string> Words, float[] Vector)>> PrepareAsync(
        Passage[] batch, IEmbedder embedder, CancellationToken cancel)
    {
        var texts = batch.Select(IndexedText.Of).ToList();
        var embedded = await embedder.EmbedAsync(texts, EmbeddedKind.Passage, cancel);
        return [.. batch.Select((p, i) => (p, JsonSerializer.SerializeToUtf8Bytes(p, StoreJson.Default.Passage), SearchTerms.Of(texts[i]), embedded[i].Vector))];
    }

    /// <summary>The term that every passage of a language carries, so that FTS5 itself can filter.</summary>
    public static string LanguageTerm(string language) => "_l_" + language;

    /// <summary>The term that every passage of a kind carries.</summary>
    public static string KindTerm(string kind) => "_k_" + kind;

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
