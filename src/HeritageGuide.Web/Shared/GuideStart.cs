using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Web.Shared;

/// <summary>On start: brings a changed corpus into the store, loads what is published, and says how far it is.</summary>
internal sealed partial class GuideStart(
    CorpusImporter importer, Publication publication, GuideOptions options, StartReport report, EmbedderChoice choice, LanguageDetector detector, TimeProvider clock, ILogger<GuideStart> log) : BackgroundService
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (choice.Missing is { } missing)
            {
                Missing(log, missing);
            }

            var import = await importer.ImportAsync(options.Corpus, "start", (i, n) => report.Say($"reading dossiers {i + 1}/{n}"), stoppingToken);
            foreach (var finding in import.Findings.Where(f => f.Severity == Severity.Error))
            {
                DossierKeptOut(log, finding.File, finding.Line, finding.Problem, finding.Cure);
            }

            report.Findings = import.Findings;
            Imported(log, import.Imported, import.Unchanged, import.Errors);
            if (await publication.StandInAsync(import.Shared, always: false, n => report.Say($"indexing passages {n}"), stoppingToken))
            {
                StandingIn(log, publication.Current!.Search.Embedder.ModelId);
            }

            await SwitchAsync(import.Shared, stoppingToken);
            Ready(log, publication.Current!.Library.Dossiers.Count, publication.Current.Library.Passages.Count);
            report.Say("ready");
            await WarmUp.RunAsync(publication.Current, detector, stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            report.Failure = e.Message;
            Failed(log, e.Message, e);
        }
    }

    /// <summary>Builds the wanted model's index and swaps it in; while its server is away the shipped model answers and it is tried again, ever more seldom.</summary>
    private async Task SwitchAsync(SharedCorpus shared, CancellationToken cancel)
    {
        for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                report.Say(publication.IsStandingIn ? "reindexing" : "indexing passages");
                await publication.LoadAsync(shared, n => report.Say($"{(publication.IsStandingIn ? "reindexing" : "indexing")} passages {n}"), cancel);
                report.Trouble = null;
                return;
            }
            catch (EmbedderException e)
            {
                if (!await publication.StandInAsync(shared, always: true, null, cancel))
                {
                    throw;
                }

                report.Trouble = e.Message;
                report.Say("reindexing waits for the model");
                Waiting(log, e.Message);
                await Task.Delay(pause, clock, cancel);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Another model's index is being built; {Model} answers meanwhile")]
    private static partial void StandingIn(ILogger log, string model);

    [LoggerMessage(LogLevel.Warning, "Reindexing waits: {Reason}")]
    private static partial void Waiting(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The shipped model is used: {Reason}")]
    private static partial void Missing(ILogger log, string reason);

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

    /// <summary>Why the wanted embedding model is not used yet.</summary>
    public string? Trouble { get; set; }

    public IReadOnlyList<Finding> Findings { get; set; } = [];

    public void Say(string step) => Step = step;
}
