using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Tests.Sqlite;

/// <summary>What every dossier store must do.</summary>
public abstract class DossierStoreConformance
{
    protected abstract IDossierStore Store { get; }

    [Fact]
    public async Task An_unchanged_dossier_is_not_imported_twice()
    {
        (await Store.ImportAsync(Dossier("a"), "An", default)).ShouldBeTrue();
        (await Store.ImportAsync(Dossier("a"), "An", default)).ShouldBeFalse();

        (await Store.VersionsAsync("tam-vu", default)).ShouldHaveSingleItem().ImportedBy.ShouldBe("An");
    }

    [Fact]
    public async Task A_changed_dossier_becomes_a_new_version_and_the_old_one_stays()
    {
        await Store.ImportAsync(Dossier("a"), "An", default);
        await Store.ImportAsync(Dossier("b"), "Bình", default);

        var versions = await Store.VersionsAsync("tam-vu", default);

        versions.Select(v => (v.Version, v.Hash, v.Published)).ShouldBe([(2, "b", true), (1, "a", false)]);
        (await Store.PublishedAsync(default)).ShouldHaveSingleItem().Hash.ShouldBe("b");
    }

    [Fact]
    public async Task An_earlier_version_can_be_published_again()
    {
        await Store.ImportAsync(Dossier("a"), "An", default);
        await Store.ImportAsync(Dossier("b"), "An", default);

        (await Store.PublishAsync("tam-vu", 1, default)).ShouldBeTrue();
        (await Store.PublishAsync("tam-vu", 9, default)).ShouldBeFalse();

        (await Store.PublishedHashesAsync(default))["tam-vu"].ShouldBe("a");
    }

    [Fact]
    public async Task A_withdrawn_dossier_keeps_its_history()
    {
        await Store.ImportAsync(Dossier("a"), "An", default);

        (await Store.WithdrawAsync("tam-vu", default)).ShouldBeTrue();

        (await Store.PublishedAsync(default)).ShouldBeEmpty();
        (await Store.VersionsAsync("tam-vu", default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_dossier_comes_back_as_it_was()
    {
        var dossier = Dossier("a") with { Claims = [new Claim("tam-vu-f1", "Một", "One", "1948", ["An"], Standing.Disputed, ["S1"])] };
        await Store.ImportAsync(dossier, "An", default);

        var back = (await Store.PublishedAsync(default)).ShouldHaveSingleItem();

        back.Names.In(LanguageTag.Vietnamese).ShouldBe("Tầm Vu");
        back.Claims[0].Standing.ShouldBe(Standing.Disputed);
        back.Claims[0].People.ShouldBe(["An"]);
    }

    private static Dossier Dossier(string hash) => new() { Id = "tam-vu", Kind = "relic", Names = Localized.Of("Tầm Vu", "Tầm Vu"), Hash = hash };
}

public sealed class SqliteDossierStoreTests : DossierStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SqliteDossierStoreTests() => Store = EfDossierStore.OpenSqlite(Path.Combine(_folder.Path, "guide.db"), TimeProvider.System);

    protected override IDossierStore Store { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_truncated_database_says_what_to_do()
    {
        var path = Path.Combine(_folder.Path, "broken.db");
        File.WriteAllBytes(path, [.. "SQLite format 3\0"u8, .. new byte[2_000]]);

        Should.Throw<StoreException>(() => EfDossierStore.OpenSqlite(path, TimeProvider.System)).Message.ShouldContain("backup");
    }
}
