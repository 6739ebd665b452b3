using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Publishing;

/// <summary>One moment of what is published, with everything that answers from it.</summary>
public sealed record PublishedGuide(Library Library, HybridRetriever Retriever, QuestionAnswerer Answerer, AnswerKit Kit);

/// <summary>Holds what is published now and replaces it whole: a request sees one moment from beginning to end.</summary>
public sealed class Publication(
    IDossierStore store, IPassageIndex index, IEmbedder embedder, LanguageDetector detector, RankingWeights weights, TimeProvider clock, IEnumerable<IChatModel> models)
{
    private volatile PublishedGuide? _current;

    /// <summary>What is published; null until the first load has ended.</summary>
    public PublishedGuide? Current => _current;

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset? LoadedAt { get; private set; }

    /// <summary>Loads what the store publishes, brings the index up to date, and swaps it in.</summary>
    public async Task LoadAsync(SharedCorpus shared, Action<int>? indexProgress, CancellationToken cancel)
    {
        var library = new Library(await store.PublishedAsync(cancel), shared);
        var key = BuildKey(library);
        if ((await index.StatusAsync(cancel)).BuildKey != key)
        {
            await index.RebuildAsync(library.Passages, key, indexProgress, cancel);
        }

        var kit = await AnswerKit.BuildAsync(library, embedder, weights, cancel);
        var languages = library.Passages.Select(p => p.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        _current = new PublishedGuide(library, new HybridRetriever(index, embedder, languages), new QuestionAnswerer(kit, detector, models.FirstOrDefault()), kit);
        LoadedAt = clock.GetUtcNow();
    }

    /// <summary>Swaps in another register of plaques; everything else stays.</summary>
    public void TakeUp(IReadOnlyList<PlaqueEntry> plaques)
    {
        if (_current is { } guide)
        {
            _current = guide with { Library = guide.Library.WithPlaques(plaques) };
        }
    }

    private string BuildKey(Library library) =>
        $"2|{embedder.ModelId}|" + string.Join(',', library.Dossiers.Select(d => d.Hash).Concat(library.Shared.Documents.Select(d => d.Hash)));
}
