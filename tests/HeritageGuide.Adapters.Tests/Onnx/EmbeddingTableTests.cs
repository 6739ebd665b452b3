using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Onnx;

public sealed class EmbeddingTableTests
{
    [Fact]
    public void The_table_comes_back_out_of_its_ONNX_file()
    {
        var values = Enumerable.Range(0, 12 * 16).Select(i => (float)Math.Sin(i)).ToArray();
        var table = EmbeddingTable.Quantize(values, 16);

        var back = EmbeddingTable.FromOnnx(table.ToOnnx());

        back.Bytes.ShouldBe(table.Bytes);
        back.Scales.ShouldBe(table.Scales);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused() =>
        Should.Throw<InvalidDataException>(() => EmbeddingTable.FromOnnx([0xFF, 0x01, 0x02]));

    [Theory]
    [InlineData("Who commanded the battle?", "Ai chỉ huy trận đánh?", "Chợ nổi bán trái cây.")]
    [InlineData("ai chi huy tran danh", "Ai chỉ huy trận đánh?", "Chợ nổi bán trái cây.")]
    [InlineData("水上市场", "Chợ nổi trên sông", "Khẩu pháo đặt trong vườn")]
    public void The_shipped_model_brings_the_same_meaning_together(string question, string near, string far)
    {
        var embedder = TableEmbedder.Load(Path.Combine(RepositoryFolder.Root, "models", "embedding"));

        double Cosine(string text) => LateInteraction.Cosine(embedder.Embed(question).Vector, embedder.Embed(text).Vector);

        Cosine(near).ShouldBeGreaterThan(Cosine(far));
    }

    [Theory]
    [InlineData("Khẩu pháo 105 mm đặt giữa vườn cây, cạnh Zzyzx.")]
    [InlineData("水上市场 1908")]
    [InlineData("")]
    public void A_text_compared_by_what_was_kept_of_it_is_as_near_as_the_text_itself(string text)
    {
        var embedder = TableEmbedder.Load(Path.Combine(RepositoryFolder.Root, "models", "embedding"));
        var (question, whole) = (embedder.Embed("Where is the gun?"), embedder.Embed(text));

        var kept = embedder.Compare(question, embedder.LookUp(text));

        kept.Score.ShouldBe(LateInteraction.Near(question, whole.Vector, whole.Units.Values, whole.Units.Weights).Score, 1e-5);
    }

    [Fact]
    public void Packed_word_vectors_compare_like_the_plain_ones()
    {
        var embedder = TableEmbedder.Load(Path.Combine(RepositoryFolder.Root, "models", "embedding"));
        var (question, text) = (embedder.Embed("Who commanded the second battle?"), embedder.Embed("Ngô Hồng Giỏi chỉ huy trận thứ hai."));
        var packed = new PackedUnits(embedder.Dimensions);
        packed.Add(text.Units);

        var (plain, views) = (LateInteraction.Compare(question.Units, question.Units.Weights, text.Units, embedder.Dimensions), packed.Compare(question.Units, question.Units.Weights, 0));

        views.Forward.ShouldBe(plain.Forward, 0.005);
        views.Back.ShouldBe(plain.Back, 0.005);
    }
}
