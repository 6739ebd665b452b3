using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Qdrant;

/// <summary>Answers from Qdrant while it is there and from the embedded index while it is away; both are kept up to date.</summary>
public sealed class FallbackPassageIndex(IPassageIndex first, IPassageIndex embedded) : IPassageIndex
{
    private string? _away;

    public async Task<IndexStatus> StatusAsync(CancellationToken cancel)
    {
        var own = await embedded.StatusAsync(cancel);
        var there = await TryAsync(() => first.StatusAsync(cancel));
        return there is null
            ? own with { Healthy = false, Detail = $"{_away}; the embedded index answers" }
            : there.BuildKey == own.BuildKey ? there : there with { BuildKey = "" };
    }

    public async Task RebuildAsync(IReadOnlyList<Passage> passages, string buildKey, Action<int>? progress, CancellationToken cancel)
    {
        if ((await embedded.StatusAsync(cancel)).BuildKey != buildKey)
        {
            await embedded.RebuildAsync(passages, buildKey, progress, cancel);
        }

        await TryAsync(async () =>
        {
            await first.RebuildAsync(passages, buildKey, progress, cancel);
            return true;
        });
    }

    public async Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancel) =>
        await TryAsync(() => first.SearchAsync(query, cancel)) ?? await embedded.SearchAsync(query, cancel);

    public async Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancel) =>
        await TryAsync(() => first.StatisticsAsync(terms, cancel)) ?? await embedded.StatisticsAsync(terms, cancel);

    private async Task<T?> TryAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            var answer = await ask();
            _away = null;
            return answer;
        }
        catch (QdrantException e)
        {
            _away = e.Message;
            return default;
        }
    }
}
