using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Models;

/// <summary>Runs the models of the catalogue. Implemented by an assembly of its own, so that a guide without it stays small.</summary>
public interface IModelRuntime
{
    /// <summary>Opens a model whose files lie in a folder.</summary>
    /// <param name="model">What it is.</param>
    /// <param name="folder">Where its files are.</param>
    /// <param name="modelId">Identity of its vectors.</param>
    IEmbedder Open(ModelEntry model, string folder, string modelId);
}
