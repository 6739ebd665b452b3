namespace HeritageGuide.Core.Retrieval;

/// <summary>Stands in where no model is there: retrieval then goes by words alone.</summary>
public sealed class NoEmbedder : IEmbedder
{
    public string ModelId => "none";
    public int Dimensions => 0;

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<EmbeddedText>>([.. texts.Select(_ => new EmbeddedText([], UnitVectors.None))]);
}
