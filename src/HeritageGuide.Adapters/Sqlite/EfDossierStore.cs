using System.Text.Json;
using HeritageGuide.Core.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Dossier versions in a relational database through EF Core; SQLite by default.</summary>
internal sealed class EfDossierStore(DbContextOptions<DossierContext> options, TimeProvider clock) : IDossierStore
{
    private readonly SemaphoreSlim _oneWriter = new(1);

    /// <summary>A store in a SQLite file, made where it does not exist.</summary>
    /// <exception cref="StoreException">The file is damaged or cannot be written.</exception>
    public static EfDossierStore OpenSqlite(string path, TimeProvider clock)
    {
        var options = new DbContextOptionsBuilder<DossierContext>()
            .UseSqlite($"Data Source={path};Default Timeout=30").Options;
        try
        {
            using var context = new DossierContext(options);
            context.Database.EnsureCreated();
            context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
            context.Database.ExecuteSqlRaw("PRAGMA synchronous=FULL");
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            throw StoreException.For(path, e);
        }

        return new EfDossierStore(options, clock);
    }

    public async Task<bool> ImportAsync(Dossier dossier, string importedBy, CancellationToken cancel)
    {
        await _oneWriter.WaitAsync(cancel);
        try
        {
            await using var context = new DossierContext(options);
            var rows = await context.Versions.Where(r => r.DossierId == dossier.Id).OrderBy(r => r.Version).ToListAsync(cancel);
            if (rows.Any(r => r.Published && r.Hash == dossier.Hash))
            {
                return false;
            }

            rows.ForEach(r => r.Published = false);
            context.Versions.Add(new DossierRow
            {
                DossierId = dossier.Id,
                Version = rows.Count == 0 ? 1 : rows[^1].Version + 1,
                Hash = dossier.Hash,
                Document = JsonSerializer.SerializeToUtf8Bytes(dossier, StoreJson.Default.Dossier),
                ImportedBy = importedBy,
                ImportedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                Published = true,
            });
            await context.SaveChangesAsync(cancel);
            return true;
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    public async Task<IReadOnlyList<Dossier>> PublishedAsync(CancellationToken cancel)
    {
        await using var context = new DossierContext(options);
        var rows = await context.Versions.AsNoTracking().Where(r => r.Published).OrderBy(r => r.DossierId).Select(r => r.Document).ToListAsync(cancel);
        return [.. rows.Select(d => JsonSerializer.Deserialize(d, StoreJson.Default.Dossier)!)];
    }

    public async Task<IReadOnlyDictionary<string, string>> PublishedHashesAsync(CancellationToken cancel)
    {
        await using var context = new DossierContext(options);
        return await context.Versions.AsNoTracking().Where(r => r.Published).ToDictionaryAsync(r => r.DossierId, r => r.Hash, cancel);
    }

    public async Task<IReadOnlyList<DossierVersion>> VersionsAsync(string dossierId, CancellationToken cancel)
    {
        await using var context = new DossierContext(options);
        var rows = await context.Versions.AsNoTracking().Where(r => r.DossierId == dossierId).OrderByDescending(r => r.Version)
            .Select(r => new { r.Version, r.Hash, r.ImportedBy, r.ImportedAt, r.Published }).ToListAsync(cancel);
        return [.. rows.Select(r => new DossierVersion(
            dossierId, r.Version, r.Hash, r.ImportedBy, DateTimeOffset.FromUnixTimeMilliseconds(r.ImportedAt), r.Published))];
    }

    public Task<bool> PublishAsync(string dossierId, int version, CancellationToken cancel) =>
        MarkAsync(dossierId, r => r.Version == version, rows => rows.Any(r => r.Version == version), cancel);

    public Task<bool> WithdrawAsync(string dossierId, CancellationToken cancel) =>
        MarkAsync(dossierId, _ => false, rows => rows.Any(r => r.Published), cancel);

    private async Task<bool> MarkAsync(string id, Func<DossierRow, bool> published, Func<List<DossierRow>, bool> possible, CancellationToken cancel)
    {
        await _oneWriter.WaitAsync(cancel);
        try
        {
            await using var context = new DossierContext(options);
            var rows = await context.Versions.Where(r => r.DossierId == id).ToListAsync(cancel);
            if (!possible(rows))
            {
                return false;
            }

            rows.ForEach(r => r.Published = published(r));
            await context.SaveChangesAsync(cancel);
            return true;
        }
        finally
        {
            _oneWriter.Release();
        }
    }
}
