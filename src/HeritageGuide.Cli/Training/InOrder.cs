namespace HeritageGuide.Cli.Training;

/// <summary>Does the same to many items, as many at once as there are processors; the results come in the items' order.</summary>
internal static class InOrder
{
    public static async Task<IReadOnlyList<TResult>> SelectAsync<T, TResult>(
        IEnumerable<T> items, Func<T, CancellationToken, Task<TResult>> select, CancellationToken cancel)
    {
        var all = items.ToArray();
        var results = new TResult[all.Length];
        await Parallel.ForAsync(0, all.Length, cancel, async (i, stop) => results[i] = await select(all[i], stop));
        return results;
    }
}
