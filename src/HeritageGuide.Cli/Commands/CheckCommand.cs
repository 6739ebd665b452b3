using System.CommandLine;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage check [corpus]</c>: everything wrong in the corpus, with file, line and cure.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var folder = new Argument<string?>("corpus") { Arity = ArgumentArity.ZeroOrOne, Description = "The corpus folder; by default the guide's own." };
        var untold = new Option<bool>("--warnings") { Description = "Show warnings one by one, not only their number." };
        var command = new Command("check", "Check the corpus: structure, claims, numbers, names, disputes.") { folder, untold };
        command.SetAction(parse =>
        {
            var root = parse.GetValue(folder) ?? GuideOptions.From(Environment.GetEnvironmentVariable).Corpus;
            var reading = CorpusReader.Read(root);
            var library = new Library(reading.Dossiers, reading.Shared);
            var findings = reading.Findings
                .Concat(reading.Dossiers.SelectMany(DossierCheck.Structure))
                .Concat(reading.Dossiers.SelectMany(d => TextCheck.Of(library, d)))
                .Concat(SharedCheck.Of(library)).ToList();
            foreach (var finding in findings.Where(f => f.Severity == Severity.Error || parse.GetValue(untold)))
            {
                Console.WriteLine(finding);
            }

            var errors = findings.Count(f => f.Severity == Severity.Error);
            Console.WriteLine($"{reading.Dossiers.Count} dossiers, {library.Stops.Count} stops: {errors} errors, {findings.Count - errors} warnings");
            return errors == 0 ? 0 : 1;
        });
        return command;
    }
}
