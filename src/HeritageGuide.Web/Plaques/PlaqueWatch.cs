using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Web.Plaques;

/// <summary>Takes up a changed register of plaques without an import: a sign that is pointed elsewhere leads there within seconds.</summary>
internal sealed partial class PlaqueWatch(Publication publication, GuideOptions options, TimeProvider clock, ILogger<PlaqueWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = Path.Combine(options.Corpus, PlaqueFile.Name);
        var seen = Stamp(path);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(PlaqueFile.TakenUpSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // A file that is gone for a moment, as while a backup is restored, changes nothing.
            if (Stamp(path) is { } stamp && stamp != seen && publication.Current is not null)
            {
                seen = TakeUp() ? stamp : seen;
            }
        }
    }

    private static (DateTime, long)? Stamp(string path) => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    private bool TakeUp()
    {
        try
        {
            var findings = new List<Finding>();
            var entries = PlaqueFile.Read(options.Corpus, findings);
            publication.TakeUp(entries);
            TakenUp(log, entries.Count, string.Join(" ", findings));
            return true;
        }
        catch (IOException e)
        {
            NotRead(log, e.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Register of plaques taken up: {Entries} entries. {Findings}")]
    private static partial void TakenUp(ILogger log, int entries, string findings);

    [LoggerMessage(LogLevel.Warning, "The register of plaques cannot be read: {Reason}")]
    private static partial void NotRead(ILogger log, string reason);
}
