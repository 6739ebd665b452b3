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
}
