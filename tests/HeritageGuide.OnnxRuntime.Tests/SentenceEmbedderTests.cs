using HeritageGuide.Adapters.Models;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.OnnxRuntime.Tests;

public sealed class SentenceEmbedderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_mean_of_the_tokens_is_brought_to_unit_length()
    {
        // Tokens 0 5 6 2: the mean of their vectors points along (13/4, 1).
        var embedded = await EmbedAsync(TinyModel.Entry, EmbeddedKind.Passage, "Tầm Vu");

        Cosine(embedded[0], 13f / 4, 1).ShouldBe(1, 1e-5);
        embedded[0].Units.ShouldBe(UnitVectors.None);
    }

    [Fact]
    public async Task A_model_that_speaks_by_its_first_token_is_read_there()
    {
        var embedded = await EmbedAsync(TinyModel.Entry with { Pooling = "cls" }, EmbeddedKind.Passage, "Tầm Vu");

        embedded[0].Vector.ShouldBe([0, 1, 0]);
    }

    [Fact]
    public async Task Questions_and_passages_are_told_apart_by_their_prefixes()
    {
        var entry = TinyModel.Entry with { QueryPrefix = "q: ", PassagePrefix = "p: " };

        // "▁ q : ▁Tầm" are tokens 4 9 10 5, "▁ p : ▁Tầm" 4 11 10 5, between 0 and 2.
        Cosine((await EmbedAsync(entry, EmbeddedKind.Query, "Tầm"))[0], 30f / 6, 1).ShouldBe(1, 1e-5);
        Cosine((await EmbedAsync(entry, EmbeddedKind.Passage, "Tầm"))[0], 32f / 6, 1).ShouldBe(1, 1e-5);
    }

    [Fact]
    public async Task A_vector_does_not_depend_on_the_company_it_was_made_in()
    {
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => string.Join(' ', Enumerable.Repeat("Tầm Vu", i % 7 + 1)) + (i % 2 == 0 ? " trận" : ""))];

        var together = await EmbedAsync(TinyModel.Entry, EmbeddedKind.Passage, texts);

        for (var i = 0; i < texts.Length; i++)
        {
            together[i].Vector.ShouldBe((await EmbedAsync(TinyModel.Entry, EmbeddedKind.Passage, texts[i]))[0].Vector, 1e-5);
        }
    }

    [Fact]
    public async Task A_text_without_words_is_all_zeros() => (await EmbedAsync(TinyModel.Entry, EmbeddedKind.Query, " ", "Tầm"))[0].Vector.ShouldBe([0, 0, 0]);

    [Fact]
    public void A_model_of_another_size_than_listed_is_refused() => Should.Throw<ModelException>(() => Open(TinyModel.Entry with { Dimensions = 4 })).Message.ShouldContain("3 numbers, models.json says 4");

    [Fact]
    public void A_file_that_is_no_model_is_refused_in_one_line()
    {
        TinyModel.WriteTo(_folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, "model.onnx"), "not a model");

        Should.Throw<ModelException>(() => new OnnxModelRuntime().Open(TinyModel.Entry, _folder.Path, "tiny")).Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_published_model_gives_its_published_similarities()
    {
        // https://sbert.net: the first example for all-MiniLM-L6-v2.
        var entry = new ModelEntry { Id = "all-MiniLM-L6-v2", Kind = "sentence-transformer", Licence = "Apache-2.0", Dimensions = 384, MaxTokens = 256, Tokenizer = "bert", Files = [] };
        var model = new OnnxModelRuntime().Open(entry, PublishedModel.Folder, "minilm");

        var e = await model.EmbedAsync(["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."], EmbeddedKind.Passage, default);

        double Of(int a, int b) => LateInteraction.Cosine(e[a].Vector, e[b].Vector);
        Of(0, 1).ShouldBe(0.6660, 1e-4);
        Of(0, 2).ShouldBe(0.1046, 1e-4);
        Of(1, 2).ShouldBe(0.1411, 1e-4);
        Of(0, 0).ShouldBe(1, 1e-5);
    }

    private IEmbedder Open(ModelEntry entry) => new OnnxModelRuntime().Open(entry, TinyModel.WriteTo(_folder.Path), "tiny");

    private async Task<IReadOnlyList<EmbeddedText>> EmbedAsync(ModelEntry entry, EmbeddedKind kind, params string[] texts) => await Open(entry).EmbedAsync(texts, kind, default);

    private static double Cosine(EmbeddedText text, float x, float y) => (text.Vector[0] * x + text.Vector[1] * y) / Math.Sqrt(x * x + y * y);
}
