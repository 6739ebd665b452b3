using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Publishing;

/// <summary>One moment of what is published, with everything that answers from it.</summary>
public sealed record PublishedGuide(Library Library, HybridRetriever Retriever, QuestionAnswerer Answerer, AnswerKit Kit, PassageSearch Search, LessonMaker Lessons);

/// <summary>Holds what is published now and replaces it whole: a request sees one moment from beginning to end.</summary>
public sealed class Publication(
    IDossierStore store, PassageSearch search, ClaimRanking ranking, LanguageDetector detector, TimeProvider clock, IEnumerable<IChatModel> models, StandIn? standIn = null)
{
    private volatile PublishedGuide? _current;

    /// <summary>What is published; null until the first load has ended.</summary>
    public PublishedGuide? Current => _current;

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset? LoadedAt { get; private set; }

    /// <summary>True while the shipped model answers because the wanted one's index is not complete.</summary>
    public bool IsStandingIn => _current is { } current && current.Search.Embedder.ModelId != search.Embedder.ModelId;

    /// <summary>Loads what the store publishes, brings the index up to date, and swaps it in.</summary>
    /// <exception cref="EmbedderException">The wanted model does not answer; what was published stays.</exception>
    public async Task LoadAsync(SharedCorpus shared, Action<int>? indexProgress, CancellationToken cancel) =>
        await PublishAsync(await LibraryAsync(shared, cancel), search, ranking, indexProgress, cancel);

    /// <summary>
    /// Publishes with the shipped model where nothing is published yet and the wanted model has no index of this corpus, or
    /// <paramref name="always"/>. False where there is nothing to stand in for.
    /// </summary>
    public async Task<bool> StandInAsync(SharedCorpus shared, bool always, Action<int>? indexProgress, CancellationToken cancel)
    {
        if (standIn is null || _current is not null)
        {
            return standIn is not null;
        }

        var library = await LibraryAsync(shared, cancel);
        if (!always && (await search.Index.StatusAsync(cancel)).BuildKey == KeyOf(library, search.Embedder))
        {
            return false;
        }

        await PublishAsync(library, standIn.Search, standIn.Ranking, indexProgress, cancel);
        return true;
    }

    private async Task<Library> LibraryAsync(SharedCorpus shared, CancellationToken cancel) => new(await store.PublishedAsync(cancel), shared);

    private async Task PublishAsync(Library library, PassageSearch search, ClaimRanking ranking, Action<int>? indexProgress, CancellationToken cancel)
    {
        // A model on a server tells its size, and whether it is there, with its first answer.
        await search.Embedder.EmbedAsync(["a"], EmbeddedKind.Passage, cancel);
        var key = KeyOf(library, search.Embedder);
        if ((await search.Index.StatusAsync(cancel)).BuildKey != key)
        {
            await search.Index.RebuildAsync(library.Passages, key, indexProgress, cancel);
        }

        var kit = await AnswerKit.BuildAsync(library, ranking.Embedder, ranking.Weights, cancel);
        var languages = library.Passages.Select(p => p.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        var wording = models.FirstOrDefault() is { } model ? new ModelComposer(model, library, kit.Composer, kit.Checker) : null;
        _current = new PublishedGuide(
            library, new HybridRetriever(search.Index, search.Embedder, languages, new QueryExpansion(library)), new QuestionAnswerer(kit, detector, wording), kit, search,
            new LessonMaker(new LessonComposer(library, kit.Composer, kit.Checker), wording is null ? null : new LessonWording(wording, library)));
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

    private static string KeyOf(Library library, IEmbedder embedder) =>
        $"2|{embedder.ModelId}|" + string.Join(',', library.Dossiers.Select(d => d.Hash).Concat(library.Shared.Documents.Select(d => d.Hash)));
}
