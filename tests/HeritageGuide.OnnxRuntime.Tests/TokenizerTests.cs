using System.Text;

namespace HeritageGuide.OnnxRuntime.Tests;

public sealed class TokenizerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Tầm Vu", new[] { 0, 5, 6, 2 })]
    [InlineData("  Tầm   Vu ", new[] { 0, 5, 6, 2 })]
    [InlineData("Tầm 🧪🧪 Vu", new[] { 0, 5, 4, 3, 6, 2 })]
    [InlineData("", new[] { 0, 2 })]
    public void Pieces_get_the_numbers_that_the_models_were_trained_with(string text, int[] tokens) => Tiny(16).Encode(text).ShouldBe(tokens);

    [Fact]
    public void A_text_with_decomposed_letters_has_the_same_tokens() =>
        Tiny(16).Encode("trận đánh Tầm Vu".Normalize(NormalizationForm.FormD)).ShouldBe([0, 7, 8, 5, 6, 2]);

    [Fact]
    public void A_long_text_is_cut_and_still_ends_as_it_must() => Tiny(4).Encode("Tầm Vu trận đánh").ShouldBe([0, 5, 6, 2]);

    [Theory]
    [InlineData("Hello, y'all! How are you 😁 ?", new[] { 101, 7592, 1010, 1061, 1005, 2035, 999, 2129, 2024, 2017, 100, 1029, 102 })]
    [InlineData("", new[] { 101, 102 })]
    public void BERTs_published_tokens_come_out(string text, int[] tokens) =>
        new BertWordTokenizer(Path.Combine(PublishedModel.Folder, "vocab.txt"), 128).Encode(text).ShouldBe(tokens);

    [XlmRobertaTheory]
    [InlineData("Hello world", new[] { 0, 35378, 8999, 2 })]
    [InlineData("Hello world!", new[] { 0, 35378, 8999, 38, 2 })]
    [InlineData("你好，世界", new[] { 0, 6, 124084, 4, 3221, 2 })]
    [InlineData("我想上传数据", new[] { 0, 6, 23638, 186907, 12833, 2 })]
    [InlineData("café\n数据 — 🧪", new[] { 0, 26216, 6, 12833, 292, 6, 3, 2 })]
    [InlineData("café déjà vu", new[] { 0, 26216, 15154, 13946, 2 })]
    [InlineData("Hello world! cécé herlolip 418", new[] { 0, 35378, 8999, 38, 33273, 11676, 604, 365, 21392, 201, 1819, 2 })]
    public void XLM_RoBERTas_published_tokens_come_out(string text, int[] tokens) => new XlmRobertaTokenizer(XlmRobertaTheoryAttribute.Pieces!, 512).Encode(text).ShouldBe(tokens);

    private XlmRobertaTokenizer Tiny(int maxTokens) => new(Path.Combine(TinyModel.WriteTo(_folder.Path), "sentencepiece.bpe.model"), maxTokens);
}

/// <summary>Runs where XLM-RoBERTa's vocabulary (5 MB, not in this repository) has been pulled.</summary>
internal sealed class XlmRobertaTheoryAttribute : TheoryAttribute
{
    public XlmRobertaTheoryAttribute() => Skip = Pieces is null
        ? "NOT CHECKED: XLM-RoBERTa's sentencepiece.bpe.model is not here. Run 'heritage models pull multilingual-e5-small-int8' to compare with the published tokens."
        : null;

    public static string? Pieces { get; } = Directory.Exists(Models)
        ? Directory.EnumerateFiles(Models, "sentencepiece.bpe.model", SearchOption.AllDirectories).FirstOrDefault()
        : null;

    private static string Models => Path.Combine(Environment.GetEnvironmentVariable("HERITAGE_DATA") ?? Path.Combine(RepositoryFolder.Root, "data"), "models");
}
