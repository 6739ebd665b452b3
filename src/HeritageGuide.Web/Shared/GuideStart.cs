using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Web.Shared;

/// <summary>On start: brings a changed corpus into the store, loads what is published, and says how far it is.</summary>
internal sealed partial class GuideStart(
    CorpusImporter importer, Publication publication, GuideOptions options, StartReport report, ILogger<GuideStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var import = await importer.ImportAsync(options.Corpus, "start", (i, n) => report.Say($"reading dossiers {i + 1}/{n}"), stoppingToken);
            foreach (var finding in import.Findings.Where(f => f.Severity == Severity.Error))
            {
                DossierKeptOut(log, finding.File, finding.Line, finding.Problem, finding.Cure);
            }

            report.Findings = import.Findings;
            Imported(log, import.Imported, import.Unchanged, import.Errors);
            await publication.LoadAsync(import.Shared, n => report.Say($"indexing passages {n}"), stoppingToken);
            Ready(log, publication.Current!.Library.Dossiers.Count, publication.Current.Library.Passages.Count);
            report.Say("ready");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            report.Failure = e.Message;
            Failed(log, e.Message, e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Corpus: {Imported} dossiers imported, {Unchanged} unchanged, {Errors} errors")]
    private static partial void Imported(ILogger log, int imported, int unchanged, int errors);

    [LoggerMessage(LogLevel.Warning, "Dossier kept out: {File}:{Line}: {Problem} {Cure}")]
    private static partial void DossierKeptOut(ILogger log, string file, int line, string problem, string cure);

    [LoggerMessage(LogLevel.Information, "Ready: {Dossiers} dossiers, {Passages} passages")]
    private static partial void Ready(ILogger log, int dossiers, int passages);

    [LoggerMessage(LogLevel.Critical, "The guide cannot start: {Reason}")]
    private static partial void Failed(ILogger log, string reason, Exception e);
}

/// <summary>How far the start is, for <c>/readyz</c>.</summary>
public sealed class StartReport
{
    public string Step { get; private set; } = "starting";

    public string? Failure { get; set; }

    public IReadOnlyList<Finding> Findings { get; set; } = [];

    public void Say(string step) => Step = step;
}
