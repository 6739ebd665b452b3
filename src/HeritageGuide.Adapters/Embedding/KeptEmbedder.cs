using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Embedding;

/// <summary>
/// Keeps the vectors of passages on disk, by the hash of their text: a slow model makes each only once, and a build that was cut goes on where it stopped.
/// Questions are not kept.
/// </summary>
public sealed class KeptEmbedder(IEmbedder inner, string path) : IEmbedder, IDisposable
{
    private const int BatchSize = 64;
    private readonly Lock _writing = new();
    private bool _made;

    public string ModelId => inner.ModelId;
    public int Dimensions => inner.Dimensions;

    public async ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
    {
        // A model on a server does not know its own size before it has been asked once.
        if (kind == EmbeddedKind.Query || inner.Dimensions == 0)
        {
            return await inner.EmbedAsync(texts, kind, cancel);
        }

        byte[][] keys = [.. texts.Select(t => SHA256.HashData(Encoding.UTF8.GetBytes(t))[..16])];
        var vectors = Read(keys);
        foreach (var batch in Enumerable.Range(0, texts.Count).Where(i => vectors[i] is null).Chunk(BatchSize))
        {
            var made = await inner.EmbedAsync([.. batch.Select(i => texts[i])], kind, cancel);
            for (var b = 0; b < batch.Length; b++)
            {
                vectors[batch[b]] = made[b].Vector;
            }

            Write(batch, keys, vectors);
        }

        return [.. vectors.Select(v => new EmbeddedText(v!, UnitVectors.None))];
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private float[]?[] Read(byte[][] keys)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT vector FROM vectors WHERE key=@key";
        var key = command.Parameters.Add("@key", SqliteType.Blob);
        var vectors = new float[]?[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            key.Value = keys[i];
            vectors[i] = command.ExecuteScalar() is byte[] bytes && bytes.Length == Dimensions * sizeof(float) ? MemoryMarshal.Cast<byte, float>(bytes).ToArray() : null;
        }

        return vectors;
    }

    private void Write(int[] batch, byte[][] keys, float[]?[] vectors)
    {
        lock (_writing)
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT OR REPLACE INTO vectors VALUES(@key, @vector)";
            var (key, vector) = (command.Parameters.Add("@key", SqliteType.Blob), command.Parameters.Add("@vector", SqliteType.Blob));
            foreach (var i in batch)
            {
                (key.Value, vector.Value) = (keys[i], MemoryMarshal.AsBytes(vectors[i].AsSpan()).ToArray());
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private SqliteConnection Open()
    {
        lock (_writing)
        {
            if (!_made)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                try
                {
                    Make();
                }
                catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
                {
                    // Damaged (11) or no database (26): its loss costs time only.
                    SqliteConnection.ClearAllPools();
                    File.Delete(path);
                    Make();
                }

                _made = true;
            }
        }

        return Connect();
    }

    private void Make()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS vectors(key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID; PRAGMA quick_check;";
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        return connection;
    }
}
