using System.CommandLine;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Dossiers;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage import</c>: brings the corpus into the store and the index.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var by = new Option<string>("--by") { Description = "Who answers for this import.", DefaultValueFactory = _ => "command line" };
        var command = new Command("import", "Bring changed dossiers into the store and the index.") { by };
        command.SetAction(async (parse, cancel) =>
        {
            await using var services = GuideHost.Build();
            var options = services.GetRequiredService<GuideOptions>();
            ImportReport? report = null;
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                var reading = progress.AddTask("reading dossiers");
                report = await services.GetRequiredService<CorpusImporter>().ImportAsync(
                    options.Corpus, parse.GetValue(by)!, (i, n) => reading.Value = 100.0 * (i + 1) / n, cancel);
                reading.Value = 100;
                var indexing = progress.AddTask("indexing passages");
                indexing.IsIndeterminate = true;
                await services.GetRequiredService<Publication>().LoadAsync(report.Shared, null, cancel);
                indexing.IsIndeterminate = false;
                indexing.Value = 100;
            });
            foreach (var finding in report!.Findings.Where(f => f.Severity == Severity.Error))
            {
                Console.Error.WriteLine(finding);
            }

            Console.WriteLine($"{report.Imported} imported, {report.Unchanged} unchanged, {report.Errors} errors");
            return report.Errors == 0 ? 0 : 1;
        });
        return command;
    }
}
