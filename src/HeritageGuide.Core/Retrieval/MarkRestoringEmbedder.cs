using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Gives questions typed in Vietnamese without marks their marks back before a model reads them. Passages go through as they are.</summary>
public sealed class MarkRestoringEmbedder(IEmbedder inner, LanguageDetector detector, MarkRestorer restorer) : IEmbedder, IDisposable
{
    public string ModelId => inner.ModelId;

    public int Dimensions => inner.Dimensions;

    public ILookupModel? Lookups => inner.Lookups;

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel) =>
        inner.EmbedAsync(kind == EmbeddedKind.Query ? [.. texts.Select(Meant)] : texts, kind, cancel);

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private string Meant(string text) => detector.Detect(text).Unmarked ? restorer.Restore(text) : text;
}
