using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// The embedded index: words as posting lists in SQLite, vectors in memory (one signed byte a number). Each build is a file of its own that is
/// swapped in when complete and removed when a later one has taken its place.
/// </summary>
public sealed class SqlitePassageIndex(string folder, IEmbedder embedder) : IPassageIndex, IDisposable
{
    private const string FilePrefix = "passages-";
    private readonly SemaphoreSlim _oneBuilder = new(1);
    private volatile SqliteIndexFile? _current = OpenNewest(folder);

    public Task<IndexStatus> StatusAsync(CancellationToken cancel) => Task.FromResult(_current is { } file
        ? new IndexStatus(file.Count, file.BuildKey, true, "embedded")
        : new IndexStatus(0, "", false, "not built yet"));

    public async Task RebuildAsync(IReadOnlyList<Passage> passages, string buildKey, Action<int>? progress, CancellationToken cancel)
    {
        await _oneBuilder.WaitAsync(cancel);
        try
        {
            Directory.CreateDirectory(folder);
            var name = FilePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(buildKey)))[..16] + ".db";
            var path = Path.Combine(folder, name);
            var partial = path + ".part";
            Delete(partial);
            try
            {
                await SqliteIndexWriter.WriteAsync(partial, passages, buildKey, embedder, progress, cancel);
            }
            catch (Microsoft.Data.Sqlite.SqliteException e)
            {
                Delete(partial);
                throw StoreException.For(partial, e);
            }

            var old = _current;
            File.Move(partial, path, overwrite: true);
            _current = SqliteIndexFile.Open(path);
            foreach (var other in Directory.EnumerateFiles(folder, FilePrefix + "*.db").Where(f => f != path))
            {
                Delete(other);
            }

            old?.Dispose();
        }
        finally
        {
            _oneBuilder.Release();
        }
    }

    public Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancel) =>
        Task.FromResult(_current?.Search(query) ?? []);

    public Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancel) =>
        Task.FromResult(_current?.Statistics(terms) ?? new TermStatistics(0, 0, new Dictionary<string, int>()));

    public void Dispose()
    {
        _current?.Dispose();
        _oneBuilder.Dispose();
    }

    private static SqliteIndexFile? OpenNewest(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        foreach (var path in Directory.EnumerateFiles(folder, FilePrefix + "*.db").OrderByDescending(File.GetLastWriteTimeUtc))
        {
            // A damaged index is no loss: it is built anew from the store.
            if (SqliteIndexFile.TryOpen(path) is { } file)
            {
                return file;
            }

            Delete(path);
        }

        return null;
    }

    private static void Delete(string path)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm", "-journal"])
        {
            if (File.Exists(path + suffix))
            {
                File.Delete(path + suffix);
            }
        }
    }
}
