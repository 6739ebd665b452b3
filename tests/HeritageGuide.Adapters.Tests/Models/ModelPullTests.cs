using System.Security.Cryptography;
using HeritageGuide.Adapters.Models;

namespace HeritageGuide.Adapters.Tests.Models;

public sealed class ModelPullTests : IAsyncLifetime
{
    private const string Weights = "people/model/resolve/r1/onnx/model.onnx";
    private const string Pieces = "people/model/resolve/r1/pieces";
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _weights = [.. Enumerable.Range(0, 500_000).Select(i => (byte)(i * 31 >> 3))];
    private readonly HttpClient _client = new();
    private ModelStore _store = null!;
    private RecordedModelServer _server = null!;

    public async Task InitializeAsync()
    {
        _store = new ModelStore(Path.Combine(_folder.Path, "shipped"), Path.Combine(_folder.Path, "models"));
        _server = await RecordedModelServer.StartAsync();
        _server.Files[Weights] = _weights;
        _server.Files[Pieces] = [1, 2, 3];
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_pulled_model_is_ready_and_its_hashes_are_recorded()
    {
        var record = await PullAsync(Model());

        _store.IsReady(Model()).ShouldBeTrue();
        (record.Files["model.onnx"].Published, record.Files["pieces"].Published).ShouldBe((true, false));
        record.Files["pieces"].Sha256.ShouldBe(Hash([1, 2, 3]));
        (await _store.VerifyAsync(Model(), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_download_goes_on_where_it_stopped()
    {
        _server.CutAfter = 200_000;

        await PullAsync(Model());

        File.ReadAllBytes(PathOf("model.onnx")).ShouldBe(_weights);
        _server.Ranges.Where(r => r.Length > 0).ShouldBe(["bytes=200000-", "bytes=400000-"]);
    }

    [Fact]
    public async Task What_came_before_the_program_ended_is_not_fetched_again()
    {
        Directory.CreateDirectory(_store.FolderOf(Model()));
        File.WriteAllBytes(PathOf("model.onnx.part"), _weights[..300_000]);

        await PullAsync(Model());

        File.ReadAllBytes(PathOf("model.onnx")).ShouldBe(_weights);
        _server.Ranges[0].ShouldBe("bytes=300000-");
        File.Exists(PathOf("model.onnx.part")).ShouldBeFalse();
    }

    [Fact]
    public async Task Half_a_file_that_nobody_vouches_for_is_fetched_anew()
    {
        _server.WithoutTag = true;
        Directory.CreateDirectory(_store.FolderOf(Model()));
        File.WriteAllBytes(PathOf("pieces.part"), [9]);

        await PullAsync(Model());

        File.ReadAllBytes(PathOf("pieces")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_file_that_changed_on_the_server_is_fetched_anew()
    {
        Directory.CreateDirectory(_store.FolderOf(Model()));
        File.WriteAllBytes(PathOf("pieces.part"), [9]);
        File.WriteAllText(PathOf("pieces.part.etag"), "\"of an older file\"");

        await PullAsync(Model());

        File.ReadAllBytes(PathOf("pieces")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_file_with_the_wrong_hash_is_thrown_away()
    {
        _server.Files[Weights] = [.. _weights.Reverse()];

        var refused = await Should.ThrowAsync<ModelException>(() => PullAsync(Model()));

        refused.Message.ShouldContain($"expected {Hash(_weights)}");
        Directory.EnumerateFiles(_store.FolderOf(Model())).ShouldBeEmpty();
        _store.IsReady(Model()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_first_download_is_trusted_and_a_later_one_must_equal_it()
    {
        await PullAsync(Model());
        File.Delete(PathOf("pieces"));
        _server.Files[Pieces] = [4, 5, 6];

        (await Should.ThrowAsync<ModelException>(() => PullAsync(Model()))).Message.ShouldContain($"expected {Hash([1, 2, 3])}");
    }

    [Fact]
    public async Task A_changed_file_is_found_by_verify_and_mended_by_pull()
    {
        await PullAsync(Model());
        File.WriteAllBytes(PathOf("pieces"), [1, 2, 4]);

        (await _store.VerifyAsync(Model(), default)).ShouldHaveSingleItem().ShouldStartWith("pieces has changed");
        await PullAsync(Model());

        (await _store.VerifyAsync(Model(), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_is_used_only_when_every_file_is_there()
    {
        _server.Files.Remove(Pieces);
        _server.MayLack.Add(Pieces);

        (await Should.ThrowAsync<ModelException>(() => PullAsync(Model()))).Message.ShouldContain("answers 404: there is no such file");

        File.Exists(PathOf("model.onnx")).ShouldBeTrue();
        _store.IsReady(Model()).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_revision_is_another_model()
    {
        await PullAsync(Model());

        _store.IsReady(Model() with { Revision = "r2" }).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_network_one_line_says_what_to_do()
    {
        var pull = new ModelPull(new ModelCatalog("http://127.0.0.1:9", [Model()]), _store, new FileDownload(_client, TimeProvider.System), null);

        var message = (await Should.ThrowAsync<ModelException>(() => pull.RunAsync(Model(), null, default))).Message;

        message.ShouldContain("cannot be reached");
        message.ShouldContain("HERITAGE_MODEL_MIRROR");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void The_shipped_catalogue_is_whole()
    {
        var catalog = ModelCatalog.Load(Path.Combine(RepositoryFolder.Root, "models"));

        catalog.Models.Select(m => m.Id).ShouldBeUnique();
        foreach (var model in catalog.Models)
        {
            model.Pooling.ShouldBeOneOf("mean", "cls");
            model.Files.ShouldAllBe(f => f.Sha256 == null || f.Sha256.Length == 64);
            model.Files.ShouldContain(f => f.Name == "model.onnx");
            (model.Ships is not null || model.Revision.Length == 40).ShouldBeTrue($"{model.Id} has no pinned revision");
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    public void A_catalogue_that_points_outside_is_refused(string name)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "models.json"),
            $$"""{"source":"http://x","models":[{"id":"m","kind":"k","licence":"l","dimensions":1,"files":[{"name":"{{name}}","path":"p","bytes":0}]}]}""");

        Should.Throw<ModelException>(() => ModelCatalog.Load(_folder.Path)).Message.ShouldContain("not a plain file name");
    }

    private ModelEntry Model() => new()
    {
        Id = "model", Kind = "sentence-transformer", Licence = "MIT", Dimensions = 3, Repository = "people/model", Revision = "r1",
        Files = [new ModelFile("model.onnx", "onnx/model.onnx", _weights.Length, Hash(_weights)), new ModelFile("pieces", "pieces", 0, null)],
    };

    private Task<PulledModel> PullAsync(ModelEntry model) =>
        new ModelPull(new ModelCatalog("http://nowhere.invalid", [model]), _store, new FileDownload(_client, TimeProvider.System) { Pause = TimeSpan.Zero }, _server.Url).RunAsync(model, null, default);

    private string PathOf(string name) => Path.Combine(_store.FolderOf(Model()), name);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
