using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Embedding;

/// <summary>A model without word vectors whose vectors are set by hand; it counts the passages that it makes.</summary>
internal sealed class ByHandEmbedder(int dimensions, Func<string, float[]> vector) : IEmbedder
{
    public string ModelId => "by-hand@1";
    public int Dimensions => dimensions;
    public List<string> Made { get; } = [];

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
    {
        if (kind == EmbeddedKind.Passage)
        {
            Made.AddRange(texts);
        }

        return ValueTask.FromResult<IReadOnlyList<EmbeddedText>>([.. texts.Select(t => new EmbeddedText(vector(t), UnitVectors.None))]);
    }
}
