using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Models;

namespace HeritageGuide.Adapters.Tests.Embedding;

public sealed class EmbedderSettingTests
{
    private static readonly string s_models = Path.Combine(RepositoryFolder.Root, "models");

    [Theory]
    [InlineData("word2vec", "shipped, onnx:<id of models/models.json> or openai")]
    [InlineData("onnx:e5", "multilingual-e5-small")]
    [InlineData("openai", "HERITAGE_EMBEDDING_URL")]
    public void A_setting_that_cannot_be_meant_says_what_can(string value, string told) =>
        Should.Throw<ModelException>(() => EmbedderSetting.From(key => key == "HERITAGE_EMBEDDER" ? value : null, s_models)).Message.ShouldContain(told);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("shipped")]
    public void Nothing_set_is_the_shipped_model(string? value) => EmbedderSetting.From(_ => value, s_models).ShouldBe(EmbedderSetting.Shipped);

    [Fact]
    public void A_model_that_was_not_pulled_leaves_the_shipped_one_in_its_place()
    {
        using var data = new TemporaryFolder();

        var choice = Open("onnx:bge-m3", data);

        choice.Wanted.ShouldBe(choice.Shipped);
        choice.Missing.ShouldNotBeNull().ShouldContain("heritage models pull bge-m3");
    }

    [Fact]
    public void A_runtime_that_was_not_built_is_named_with_its_cure()
    {
        using var data = new TemporaryFolder();

        var choice = Open("onnx:heritage-embedding", data);

        choice.Missing.ShouldNotBeNull().ShouldContain("dotnet build src/HeritageGuide.OnnxRuntime");
        choice.NeedsStandIn.ShouldBeFalse();
    }

    private static EmbedderChoice Open(string value, TemporaryFolder data)
    {
        string? Setting(string key) => key switch
        {
            "HERITAGE_EMBEDDER" => value, "HERITAGE_DATA" => data.Path, "HERITAGE_MODELS" => s_models, "HERITAGE_ONNXRUNTIME" => Path.Combine(data.Path, "none.dll"), _ => null,
        };
        return EmbedderChoice.Open(EmbedderSetting.From(Setting, s_models), GuideOptions.From(Setting), TimeProvider.System);
    }
}
