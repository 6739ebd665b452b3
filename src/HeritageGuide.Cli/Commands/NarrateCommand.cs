using System.CommandLine;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Cli.Narrating;
using HeritageGuide.Core.Languages;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage narrate</c>: makes the sound of every stop ahead; says first what that is and costs; what is kept already is not made again.</summary>
internal static class NarrateCommand
{
    // Nobody is listening yet, so a busy server may be waited for.
    private static readonly Dictionary<string, string?> s_patient = new() { ["HERITAGE_VOICE_WAIT"] = "90" };

    public static Command Make()
    {
        var only = new Option<string?>("--lang") { Description = "Only this language." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask before a paid voice speaks." };
        var command = new Command("narrate", "Make the audio of all stops ahead of the first listener.") { only, yes };
        command.SetAction(async (parse, cancel) =>
        {
            var languages = parse.GetValue(only) is { } code ? [CliLanguage.Parse(code)] : LanguageTag.All;
            await using var services = GuideHost.Build(s_patient);
            var guide = await GuideHost.LoadAsync(services, cancel);
            var studio = services.GetRequiredService<NarrationStudio>();
            foreach (var fault in studio.Faults)
            {
                Console.Error.WriteLine(fault);
            }

            var work = NarrationWork.Of(guide.Library, studio, languages);
            Console.WriteLine($"{work.ToSpeak.Count} narrations to speak; {work.Kept} kept already, {work.ByPeople} read by people, {work.TextOnly} text only");
            foreach (var line in work.Lines())
            {
                Console.WriteLine(line);
            }

            if (work.ToSpeak.Count == 0)
            {
                return 0;
            }

            if (work.IsPaid && !parse.GetValue(yes) && !await AgreesAsync(cancel))
            {
                Console.WriteLine("Nothing was spoken.");
                return 1;
            }

            return await SpeakAsync(new Narrator(studio), work, cancel);
        });
        return command;
    }

    private static Task<bool> AgreesAsync(CancellationToken cancel) => Console.IsInputRedirected || Console.IsOutputRedirected
        ? throw new CliException("A paid voice would speak: run again with --yes to agree.")
        : new ConfirmationPrompt("A paid voice would speak this. Go on?") { DefaultValue = false }.ShowAsync(AnsiConsole.Console, cancel);

    private static async Task<int> SpeakAsync(Narrator narrator, NarrationWork work, CancellationToken cancel)
    {
        var whole = await narrator.SpeakAsync(work.ToSpeak, cancel);
        Console.WriteLine($"{narrator.Spoken} of {work.ToSpeak.Count} spoken, {narrator.Minutes:F1} minutes, {narrator.Failures.Count} failed");
        foreach (var failure in narrator.Failures)
        {
            Console.Error.WriteLine("failed: " + failure);
        }

        if (!whole)
        {
            Console.Error.WriteLine("Broken off; run again to go on from here.");
        }
        else if (narrator.Failures.Count > 0)
        {
            Console.Error.WriteLine("Run again to try these once more; until then the next voice speaks for visitors.");
        }

        return whole && narrator.Failures.Count == 0 ? 0 : 1;
    }
}
