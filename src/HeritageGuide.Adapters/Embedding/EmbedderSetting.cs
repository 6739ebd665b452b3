using HeritageGuide.Adapters.Models;
using HeritageGuide.Adapters.OpenAi;

namespace HeritageGuide.Adapters.Embedding;

/// <summary>Which embedding model is wanted (<c>HERITAGE_EMBEDDER</c>): <c>shipped</c>, <c>onnx:&lt;id&gt;</c> or <c>openai</c>.</summary>
/// <param name="Onnx">A model of the catalogue.</param>
/// <param name="Server">A server that speaks OpenAI's API.</param>
public sealed record EmbedderSetting(ModelEntry? Onnx, EmbeddingServerOptions? Server)
{
    public static EmbedderSetting Shipped { get; } = new(null, null);

    /// <summary>Reads the setting.</summary>
    /// <exception cref="ModelException">It cannot be meant; the message says what can.</exception>
    public static EmbedderSetting From(Func<string, string?> setting, string models)
    {
        switch (setting("HERITAGE_EMBEDDER") ?? "")
        {
            case "" or "shipped":
                return Shipped;
            case "openai":
                return new EmbedderSetting(null, EmbeddingServerOptions.From(setting)
                    ?? throw new ModelException("HERITAGE_EMBEDDER=openai needs HERITAGE_EMBEDDING_URL (ends in /v1) and HERITAGE_EMBEDDING_MODEL."));
            case var onnx when onnx.StartsWith("onnx:", StringComparison.Ordinal):
                return new EmbedderSetting(ModelCatalog.Load(models).Find(onnx["onnx:".Length..]), null);
            case var other:
                throw new ModelException($"HERITAGE_EMBEDDER is '{other}'; it can be shipped, onnx:<id of models/models.json> or openai.");
        }
    }
}
