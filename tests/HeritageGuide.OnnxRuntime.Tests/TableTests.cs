using HeritageGuide.Adapters.Models;
using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.OnnxRuntime.Tests;

public sealed class TableTests
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Root, "models", "embedding");
    private static readonly IEmbedder s_managed = TableEmbedder.Load(s_folder);
    private static readonly IEmbedder s_runtime = new OnnxModelRuntime().Open(ModelCatalog.Load(Path.Combine(RepositoryFolder.Root, "models")).Find("heritage-embedding"), s_folder, "");

    [Theory]
    [InlineData("Ai chỉ huy trận đánh Tầm Vu năm 1948?")]
    [InlineData("ai chi huy tran danh tam vu nam 1948")]
    [InlineData("Who commanded the battle of Tầm Vu, and where does the gun stand today?")]
    [InlineData("L'été, le marché flottant de Ngã Bảy s'anime à l'aube.")]
    [InlineData("水上市场在哪里？从什么时候开始？")]
    [InlineData("浮き市場はどこで開かれましたか。")]
    [InlineData("떰부 전투는 네 번 있었습니다.")]
    [InlineData("ផ្សារបណ្តែតទឹកនៅលើទន្លេ។")]
    [InlineData("?!")]
    [InlineData("")]
    public async Task ONNX_Runtime_and_managed_code_give_the_same_vectors(string text)
    {
        var managed = (await s_managed.EmbedAsync([text], EmbeddedKind.Query, default))[0];
        var runtime = (await s_runtime.EmbedAsync([text], EmbeddedKind.Query, default))[0];

        Differ(runtime.Vector, managed.Vector).ShouldBeLessThan(1e-5f);
        runtime.Units.Count.ShouldBe(managed.Units.Count);
        Differ(runtime.Units.Values, managed.Units.Values).ShouldBeLessThan(1e-5f);
        Differ(runtime.Units.Weights, managed.Units.Weights).ShouldBeLessThan(1e-5f * Math.Max(1, managed.Units.Weights.DefaultIfEmpty(0).Max()));
    }

    [Fact]
    public void They_share_one_identity_so_that_no_index_is_built_anew() => s_runtime.ModelId.ShouldBe(s_managed.ModelId);

    private static float Differ(float[] a, float[] b) => a.Length != b.Length ? float.PositiveInfinity : a.Zip(b, (x, y) => Math.Abs(x - y)).DefaultIfEmpty(0).Max();
}
