using System.Security.Cryptography;
using System.Text.Json;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Models;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.OnnxRuntime.Tests;

/// <summary>The way a running guide takes: setting, catalogue, pulled files, the runtime loaded from a folder of its own.</summary>
public sealed class ChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_pulled_model_is_opened_by_the_runtime_beside_the_guide()
    {
        var choice = Open("onnx:tiny", pulled: true);

        choice.Missing.ShouldBeNull();
        choice.NeedsStandIn.ShouldBeTrue();
        choice.Wanted.ModelId.ShouldStartWith("tiny@");
        (await choice.Wanted.EmbedAsync(["Tầm Vu"], EmbeddedKind.Passage, default))[0].Vector[1].ShouldBe(0.294f, 0.001f);
    }

    [Fact]
    public void A_model_whose_file_was_cut_is_not_used()
    {
        Open("onnx:tiny", pulled: true);
        File.WriteAllBytes(Path.Combine(_folder.Path, "models", "tiny", "model.onnx"), [1]);

        Open("onnx:tiny", pulled: false).Missing.ShouldNotBeNull().ShouldContain("heritage models pull tiny");
    }

    [Fact]
    public void The_shipped_model_needs_no_pull_and_no_new_index()
    {
        var choice = Open("onnx:heritage-embedding", pulled: false, Path.Combine(RepositoryFolder.Root, "models"));

        choice.Missing.ShouldBeNull();
        choice.Wanted.ShouldNotBe(choice.Shipped);
        choice.NeedsStandIn.ShouldBeFalse();
    }

    private EmbedderChoice Open(string wanted, bool pulled, string? models = null)
    {
        if (models is null)
        {
            models = Directory.CreateDirectory(Path.Combine(_folder.Path, "catalogue")).FullName;
            File.WriteAllBytes(Path.Combine(models, "models.json"), JsonSerializer.SerializeToUtf8Bytes(new ModelCatalog("http://nowhere.invalid", [Entry]), JsonSerializerOptions.Web));
        }

        string? Setting(string key) => key switch { "HERITAGE_EMBEDDER" => wanted, "HERITAGE_DATA" => _folder.Path, "HERITAGE_MODELS" => models, _ => null };
        var options = GuideOptions.From(Setting);
        if (pulled)
        {
            var store = options.ModelStore();
            var folder = TinyModel.WriteTo(Directory.CreateDirectory(store.FolderOf(Entry)).FullName);
            store.Record(Entry, new PulledModel(Entry.Revision, Entry.Files.ToDictionary(
                f => f.Name, f => new PulledFile(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, f.Name)))), new FileInfo(Path.Combine(folder, f.Name)).Length, false))));
        }

        return EmbedderChoice.Open(EmbedderSetting.From(Setting, models), options, TimeProvider.System);
    }

    private static ModelEntry Entry { get; } = TinyModel.Entry with { Files = [new ModelFile("model.onnx", "m", 0, null), new ModelFile("sentencepiece.bpe.model", "s", 0, null)] };
}
