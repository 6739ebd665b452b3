using System.Collections.Concurrent;
using System.Diagnostics;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>How a verification goes about it.</summary>
public sealed record VerificationOptions
{
    /// <summary>Languages that may be told in text alone; in all others a missing voice is a dead plaque.</summary>
    public IReadOnlyList<string> TextOnly { get; init; } = ["km", "ja"];

    /// <summary>Only these languages; null for all in which a stop's dossier is told.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>How many chains are followed at once.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How long one answer may take: where nothing was narrated ahead, the first listener waits for the voice.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);
}

/// <summary>Follows every plaque as a visitor's phone does: code, page, transcript, sound, next stop.</summary>
public sealed class PlaqueVerifier(VerificationOptions options, TimeProvider clock, HttpMessageHandler? handler = null)
{
    /// <param name="library">Whose plaques are followed.</param>
    /// <param name="plaques">Which of them.</param>
    /// <param name="baseUrl">The guide that is asked.</param>
    /// <param name="progress">Told how many of how many chains were followed.</param>
    /// <param name="cancel">Ends it early.</param>
    public async Task<VerificationReport> VerifyAsync(Library library, IReadOnlyList<Plaque> plaques, string baseUrl, Action<int, int>? progress, CancellationToken cancel)
    {
        var started = clock.GetUtcNow();
        var watch = Stopwatch.StartNew();
        using var client = new GuideClient(baseUrl, options.Timeout, handler);
        var chains = plaques.SelectMany(p => LanguagesOf(library, p).Select(l => (Plaque: p, Language: l))).ToList();
        var followed = new ConcurrentBag<PlaqueChain>();
        await Parallel.ForEachAsync(chains, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Parallel), CancellationToken = cancel }, async (chain, stop) =>
        {
            followed.Add(await new ChainWalk(client, options, library, chain.Plaque, chain.Language).FollowAsync(stop));
            progress?.Invoke(followed.Count, chains.Count);
        });
        return new VerificationReport(baseUrl, started, Math.Round(watch.Elapsed.TotalSeconds, 1), client.Requests,
            [.. followed.OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => Order(c.Language))]);
    }

    private IEnumerable<LanguageTag> LanguagesOf(Library library, Plaque plaque)
    {
        // A plaque whose stop is unknown is followed all the same, so that it is reported dead.
        var told = library.Stop(plaque.Stop) is { } stop ? library.Dossier(stop.Dossier)!.Texts.Select(t => t.Language).ToList() : ["vi", "en"];
        return LanguageTag.All.Where(l => told.Contains(l.Code) && (options.Languages?.Contains(l.Code) ?? true));
    }

    private static int Order(string language) => LanguageTag.All.ToList().FindIndex(l => l.Code == language);
}
