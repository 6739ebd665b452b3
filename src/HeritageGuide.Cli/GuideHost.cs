using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Cli;

/// <summary>The guide's services as the commands use them, in the same data folder as the web server.</summary>
internal static class GuideHost
{
    /// <param name="defaults">Settings that hold where the environment has none.</param>
    public static ServiceProvider Build(IReadOnlyDictionary<string, string?>? defaults = null) =>
        new ServiceCollection().AddHeritageGuide(new ConfigurationBuilder().AddInMemoryCollection(defaults ?? new Dictionary<string, string?>()).AddEnvironmentVariables().Build()).BuildServiceProvider();

    /// <summary>Imports what changed and loads what is published.</summary>
    public static async Task<PublishedGuide> LoadAsync(IServiceProvider services, CancellationToken cancel)
    {
        var options = services.GetRequiredService<GuideOptions>();
        var report = await services.GetRequiredService<CorpusImporter>().ImportAsync(options.Corpus, "command line", null, cancel);
        var publication = services.GetRequiredService<Publication>();
        await publication.LoadAsync(report.Shared, null, cancel);
        return publication.Current!;
    }
}
