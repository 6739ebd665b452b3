using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Cli;

/// <summary>The guide's services as the commands use them, in the same data folder as the web server.</summary>
internal static class GuideHost
{
    public static ServiceProvider Build() =>
        new ServiceCollection().AddHeritageGuide(new ConfigurationBuilder().AddEnvironmentVariables().Build()).BuildServiceProvider();

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
