using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Embedding;

public sealed class KeptEmbedderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ByHandEmbedder _model = new(2, t => [t.Length, 1]);

    private string File => Path.Combine(_folder.Path, "vectors", "m.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_passage_is_embedded_once_also_after_a_restart()
    {
        await new KeptEmbedder(_model, File).EmbedAsync(["a", "bb"], EmbeddedKind.Passage, default);

        var again = await new KeptEmbedder(_model, File).EmbedAsync(["bb", "ccc", "a"], EmbeddedKind.Passage, default);

        again.Select(e => e.Vector[0]).ShouldBe([2, 3, 1]);
        _model.Made.ShouldBe(["a", "bb", "ccc"]);
    }

    [Fact]
    public async Task A_question_is_not_kept()
    {
        await new KeptEmbedder(_model, File).EmbedAsync(["what a visitor asks"], EmbeddedKind.Query, default);

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_made_before_a_failure_is_kept()
    {
        var failing = new ByHandEmbedder(2, t => t == "99" ? throw new EmbedderException("away") : [t.Length, 1]);
        string[] texts = [.. Enumerable.Range(0, 100).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        await Should.ThrowAsync<EmbedderException>(async () => await new KeptEmbedder(failing, File).EmbedAsync(texts, EmbeddedKind.Passage, default));

        await new KeptEmbedder(_model, File).EmbedAsync(texts, EmbeddedKind.Passage, default);

        _model.Made.Count.ShouldBe(36);
    }

    [Fact]
    public async Task A_damaged_file_costs_time_only()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "this is no database at all, it is only a text that is long enough to be one");

        (await new KeptEmbedder(_model, File).EmbedAsync(["a"], EmbeddedKind.Passage, default))[0].Vector.ShouldBe([1, 1]);
    }
}
