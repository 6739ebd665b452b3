using System.CommandLine;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Qdrant;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage index rebuild|status|compare</c>: the embedded index and, where <c>QDRANT_URL</c> is set, Qdrant.</summary>
internal static class IndexCommand
{
    private const int Compared = 200;

    public static Command Make() => new("index", "Rebuild, look at or compare the indexes of passages.")
    {
        Action("rebuild", "Build the index anew and swap it in when it is complete.", RebuildAsync),
        Action("status", "Say what is indexed and where.", StatusAsync),
        Action("compare", "Ask both indexes the same questions and compare their ten best.", CompareAsync),
    };

    private static Command Action(string name, string description, Func<ServiceProvider, PublishedGuide, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction(async (_, cancel) =>
        {
            await using var services = GuideHost.Build();
            return await run(services, await GuideHost.LoadAsync(services, cancel), cancel);
        });
        return command;
    }

    private static async Task<int> RebuildAsync(ServiceProvider services, PublishedGuide guide, CancellationToken cancel)
    {
        var index = services.GetRequiredService<IPassageIndex>();
        var key = (await index.StatusAsync(cancel)).BuildKey;
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("passages", maxValue: guide.Library.Passages.Count);
            await index.RebuildAsync(guide.Library.Passages, key, n => bar.Value = n, cancel);
        });
        return await StatusAsync(services, guide, cancel);
    }

    private static async Task<int> StatusAsync(ServiceProvider services, PublishedGuide guide, CancellationToken cancel)
    {
        var status = await services.GetRequiredService<IPassageIndex>().StatusAsync(cancel);
        Console.WriteLine($"{status.Detail}: {status.Passages} passages, {(status.Healthy ? "healthy" : "not healthy")}");
        return status.Healthy && status.Passages == guide.Library.Passages.Count ? 0 : 1;
    }

    private static async Task<int> CompareAsync(ServiceProvider services, PublishedGuide guide, CancellationToken cancel)
    {
        if (services.GetService<QdrantPassageIndex>() is not { } qdrant)
        {
            throw new CliException("Set QDRANT_URL to compare the embedded index with Qdrant.");
        }

        var embedder = services.GetRequiredService<IEmbedder>();
        var languages = guide.Library.Passages.Select(p => p.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        HybridRetriever[] retrievers = [new(services.GetRequiredService<SqlitePassageIndex>(), embedder, languages), new(qdrant, embedder, languages)];
        var questions = guide.Library.Stops.SelectMany(s => s.Questions.Values).SelectMany(q => q).Distinct().Order(StringComparer.Ordinal).Take(Compared).ToList();
        var (overlap, delta) = (0.0, 0.0);
        foreach (var question in questions)
        {
            var request = new RetrievalRequest(question, null, null, null, 10);
            var (one, two) = (await retrievers[0].RetrieveAsync(request, cancel), await retrievers[1].RetrieveAsync(request, cancel));
            var scores = two.ToDictionary(p => p.Passage.Id, p => p.Score);
            overlap += (double)one.Count(p => scores.ContainsKey(p.Passage.Id)) / Math.Max(1, one.Count);
            delta += one.Where(p => scores.ContainsKey(p.Passage.Id)).Select(p => Math.Abs(p.Score - scores[p.Passage.Id])).DefaultIfEmpty(0).Average();
        }

        Console.WriteLine($"{questions.Count} questions: overlap@10 {overlap / questions.Count:P1}, mean difference of scores {delta / questions.Count:F4}");
        return 0;
    }
}
