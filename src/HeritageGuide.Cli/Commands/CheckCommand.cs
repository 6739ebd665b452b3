using System.CommandLine;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage check [corpus]</c>: everything wrong in the corpus, with file, line and cure.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var folder = new Argument<string?>("corpus") { Arity = ArgumentArity.ZeroOrOne, Description = "The corpus folder; by default the guide's own." };
        var untold = new Option<bool>("--warnings") { Description = "Show warnings one by one, not only their number." };
        var texts = new Option<bool>("--texts") { Description = "Show length, speaking time and reading level of each text." };
        var command = new Command("check", "Check the corpus: structure, claims, numbers, names, disputes.") { folder, untold, texts };
        command.SetAction(parse =>
        {
            var root = parse.GetValue(folder) ?? GuideOptions.From(Environment.GetEnvironmentVariable).Corpus;
            var reading = CorpusReader.Read(root);
            var library = new Library(reading.Dossiers, reading.Shared);
            var check = new TextCheck(library);
            var findings = reading.Findings
                .Concat(reading.Dossiers.SelectMany(DossierCheck.Structure))
                .Concat(reading.Dossiers.SelectMany(check.Of))
                .Concat(SharedCheck.Of(library)).ToList();
            foreach (var finding in findings.Where(f => f.Severity == Severity.Error || parse.GetValue(untold)))
            {
                Console.WriteLine(finding);
            }

            if (parse.GetValue(texts))
            {
                WriteTexts(reading.Dossiers);
            }

            var errors = findings.Count(f => f.Severity == Severity.Error);
            Console.WriteLine($"{reading.Dossiers.Count} dossiers, {library.Stops.Count} stops: {errors} errors, {findings.Count - errors} warnings");
            return errors == 0 ? 0 : 1;
        });
        return command;
    }

    private static void WriteTexts(IEnumerable<Dossier> dossiers)
    {
        Console.WriteLine($"{"text",-52} {"sentences",9} {"minutes",8} {"words/sentence",14} {"school year",11}");
        foreach (var (dossier, text) in dossiers.SelectMany(d => d.Texts.Select(t => (d, t))))
        {
            var language = LanguageTag.Parse(text.Language);
            var sentences = text.Sections.SelectMany(s => s.Sentences).Select(s => s.Text).ToList();
            var words = (double)sentences.Sum(s => WordReader.Read(s).Count) / Math.Max(1, sentences.Count);
            var level = ReadingLevel.Of(sentences, language);
            Console.WriteLine($"{$"{dossier.Id}.{text.Language}",-52} {sentences.Count,9} {ReadingTime.Seconds(sentences, language) / 60,8:F1} {words,14:F1} {level?.ToString("F0", System.Globalization.CultureInfo.InvariantCulture) ?? "–",11}");
        }
    }
}
