using Microsoft.EntityFrameworkCore;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>The table of dossier versions.</summary>
internal sealed class DossierContext(DbContextOptions<DossierContext> options) : DbContext(options)
{
    public DbSet<DossierRow> Versions => Set<DossierRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var row = modelBuilder.Entity<DossierRow>();
        row.ToTable("dossier_versions");
        row.HasKey(r => new { r.DossierId, r.Version });
        row.HasIndex(r => r.Published);
    }
}

/// <summary>One immutable version of a dossier, as it is kept.</summary>
internal sealed class DossierRow
{
    public required string DossierId { get; init; }
    public required int Version { get; init; }
    public required string Hash { get; init; }

    /// <summary>The dossier as JSON in UTF-8.</summary>
    public required byte[] Document { get; init; }

    public required string ImportedBy { get; init; }

    /// <summary>Milliseconds since 1970 (SQLite orders no dates with offsets).</summary>
    public required long ImportedAt { get; init; }

    public bool Published { get; set; }
}
