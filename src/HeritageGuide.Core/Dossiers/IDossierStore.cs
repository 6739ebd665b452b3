namespace HeritageGuide.Core.Dossiers;

/// <summary>
/// Keeps every version of every dossier. A version is an immutable document; one version of a dossier is published at a time.
/// Implementations are safe to call from many threads; a write is all or nothing, also when the power fails.
/// </summary>
public interface IDossierStore
{
    /// <summary>Adds a version and publishes it; does nothing and returns false where the published version has the same hash.</summary>
    Task<bool> ImportAsync(Dossier dossier, string importedBy, CancellationToken cancel);

    /// <summary>All published dossiers, ordered by id; empty where nothing was imported.</summary>
    Task<IReadOnlyList<Dossier>> PublishedAsync(CancellationToken cancel);

    /// <summary>Hash of the published version of each dossier, by id.</summary>
    Task<IReadOnlyDictionary<string, string>> PublishedHashesAsync(CancellationToken cancel);

    /// <summary>The history of a dossier, newest first; empty where it is unknown.</summary>
    Task<IReadOnlyList<DossierVersion>> VersionsAsync(string dossierId, CancellationToken cancel);

    /// <summary>Publishes an earlier version again; false where there is no such version.</summary>
    Task<bool> PublishAsync(string dossierId, int version, CancellationToken cancel);

    /// <summary>Takes a dossier out of what is published; its versions stay.</summary>
    Task<bool> WithdrawAsync(string dossierId, CancellationToken cancel);
}

/// <summary>One kept version of a dossier: who brought it in, when, and its hash.</summary>
public sealed record DossierVersion(string DossierId, int Version, string Hash, string ImportedBy, DateTimeOffset ImportedAt, bool Published);
