using System.CommandLine;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage narrate</c>: makes the sound of every stop ahead; what is kept already is not made again.</summary>
internal static class NarrateCommand
{
    public static Command Make()
    {
        var only = new Option<string?>("--lang") { Description = "Only this language." };
        var command = new Command("narrate", "Make the audio of all stops ahead of the first listener.") { only };
        command.SetAction(async (parse, cancel) =>
        {
            await using var services = GuideHost.Build();
            var guide = await GuideHost.LoadAsync(services, cancel);
            var studio = services.GetRequiredService<NarrationStudio>();
            var narrations = LanguageTag.All.Where(l => parse.GetValue(only) is not { } code || l.Code == code)
                .SelectMany(l => guide.Library.Stops.Select(s => NarrationPlan.Of(guide.Library, s, l)).OfType<Narration>().Where(n => n.Language == l))
                .Where(n => studio.VoicesFor(n.Language).Count > 0).ToList();
            Console.WriteLine($"{narrations.Count} narrations, {narrations.Sum(n => n.Sentences.Sum(s => s.Spoken.Length)):N0} characters to speak");
            var (failed, minutes) = (0, 0.0);
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                var task = progress.AddTask("speaking", maxValue: Math.Max(1, narrations.Count));
                foreach (var narration in narrations)
                {
                    try
                    {
                        minutes += (await studio.MakeAsync(narration, null, cancel))?.DurationMs / 60_000.0 ?? 0;
                    }
                    catch (VoiceException e)
                    {
                        failed++;
                        AnsiConsole.WriteLine($"{narration.Stop.Slug} ({narration.Language}): {e.Message}");
                    }

                    task.Increment(1);
                }
            });
            Console.WriteLine($"{minutes:F1} minutes of narration, {failed} failed");
            return failed == 0 ? 0 : 1;
        });
        return command;
    }
}
