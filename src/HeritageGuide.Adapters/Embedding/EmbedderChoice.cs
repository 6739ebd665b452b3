using HeritageGuide.Adapters.Models;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Embedding;

/// <summary>The model that ships and the model that is wanted; the same where nothing else is wanted or to be had.</summary>
/// <param name="Shipped">Always there, always fast.</param>
/// <param name="Wanted">What answers once its index is complete.</param>
/// <param name="Missing">Why the model that was asked for is not used; null where it is.</param>
public sealed record EmbedderChoice(IEmbedder Shipped, IEmbedder Wanted, string? Missing = null)
{
    /// <summary>The server of the wanted model; null where the model runs here.</summary>
    public OpenAiEmbedder? Server { get; private init; }

    /// <summary>True where building the wanted model's index takes so long that the shipped one should answer meanwhile.</summary>
    public bool NeedsStandIn => Wanted.ModelId != Shipped.ModelId;

    /// <summary>Opens the models. What is set but not here is no reason to stay dark: the shipped model answers, and <see cref="Missing"/> says why.</summary>
    public static EmbedderChoice Open(EmbedderSetting setting, GuideOptions options, TimeProvider clock)
    {
        var shipped = HeritageGuideServices.ShippedEmbedder(options.Models);
        try
        {
            var server = setting.Server is { } address ? new OpenAiEmbedder(address, clock) : null;
            var wanted = server is not null ? Kept(server, options) : setting.Onnx is { } model ? OpenOnnx(model, options) : null;
            return new EmbedderChoice(shipped, wanted is null ? shipped : HeritageGuideServices.WithMarks(wanted, options.Models)) { Server = server };
        }
        catch (ModelException e)
        {
            return new EmbedderChoice(shipped, shipped, e.Message);
        }
    }

    /// <summary>Folder or file name for what belongs to a model.</summary>
    public static string NameOf(IEmbedder embedder) => string.Concat(embedder.ModelId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '@' ? c : '_'));

    private static IEmbedder OpenOnnx(ModelEntry model, GuideOptions options)
    {
        var store = options.ModelStore();
        if (!store.IsReady(model))
        {
            throw new ModelException($"The model '{model.Id}' is not here. Run: heritage models pull {model.Id}");
        }

        var opened = ModelRuntimeFile.Load(options.ModelRuntime).Open(model, store.FolderOf(model), store.IdentityOf(model));
        return model.Kind == "feature-table" ? opened : Kept(opened, options);
    }

    private static KeptEmbedder Kept(IEmbedder embedder, GuideOptions options) => new(embedder, Path.Combine(options.Data, "vectors", NameOf(embedder) + ".db"));
}
