using System.CommandLine;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Recordings;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage recordings add|list|remove</c>: stories read by people, played instead of a synthetic voice.</summary>
internal static class RecordingsCommand
{
    public static Command Make() => new("recordings", "Stories read by people: add, list, remove.") { Add(), List(), Remove() };

    private static Command Add()
    {
        var (stop, lang) = (Stop(), Language());
        var file = new Argument<string>("file") { Description = "The sound file: up to 30 minutes and 100 MB; WAV, FLAC, MP3, Ogg, Opus, M4A or WebM." };
        var by = new Option<string>("--by") { Description = "Who reads, as the page shall name them.", Required = true };
        var licence = new Option<string?>("--licence") { Description = "Under which licence the recording may be used, such as \"CC BY 4.0\"." };
        var vtt = new Option<string?>("--vtt") { Description = "A WebVTT file with the time of each sentence, so that it is lit while it is read." };
        var command = new Command("add", "Take a recording of a stop's story, in place of the one that was there.") { stop, lang, file, by, licence, vtt };
        command.SetAction(async (parse, cancel) =>
        {
            var language = CliLanguage.Parse(parse.GetValue(lang)!);
            await using var services = GuideHost.Build();
            var narration = NarrationOf(await GuideHost.LoadAsync(services, cancel), parse.GetValue(stop)!, language);
            var recording = await TellAsync(() => services.GetRequiredService<RecordingStore>().AddAsync(
                narration, parse.GetValue(file)!, parse.GetValue(by)!, parse.GetValue(licence), parse.GetValue(vtt), cancel));
            Console.WriteLine($"{recording.Stop} ({recording.Language}) is read by {recording.By}: {recording.DurationMs / 1000.0:F1} s, {(recording.LightsSentences ? "sentences are lit" : "sentences are not lit: no --vtt was given")}");
            Console.WriteLine($"Undo: heritage recordings remove {recording.Stop} {recording.Language}");
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the recordings, and those whose text has changed since.");
        command.SetAction(async (_, cancel) =>
        {
            await using var services = GuideHost.Build();
            var library = (await GuideHost.LoadAsync(services, cancel)).Library;
            var recordings = services.GetRequiredService<RecordingStore>().All();
            foreach (var r in recordings)
            {
                Console.WriteLine($"{r.Stop} ({r.Language}): {r.By}, {r.DurationMs / 1000.0:F1} s, added {r.On}{(r.Licence is null ? "" : ", " + r.Licence)}{(r.LightsSentences ? "" : ", without sentence times")}{Staleness(library, r)}");
            }

            Console.WriteLine($"{recordings.Count} recordings");
            return 0;
        });
        return command;
    }

    private static Command Remove()
    {
        var (stop, lang) = (Stop(), Language());
        var command = new Command("remove", "Take a recording out; the synthetic voice speaks again.") { stop, lang };
        command.SetAction(async (parse, _) =>
        {
            await using var services = GuideHost.Build();
            var store = services.GetRequiredService<RecordingStore>();
            var removed = await TellAsync(() => Task.FromResult(store.Remove(parse.GetValue(stop)!, CliLanguage.Parse(parse.GetValue(lang)!))));
            Console.WriteLine(removed ? "removed" : throw new CliException("There is no such recording; see: heritage recordings list"));
            return 0;
        });
        return command;
    }

    private static Argument<string> Stop() => new("stop") { Description = "The stop's slug, as in its address." };

    private static Argument<string> Language() => new("lang") { Description = "vi, en, fr, zh, ko, ja or km." };

    private static Narration NarrationOf(PublishedGuide guide, string slug, LanguageTag language) =>
        guide.Library.Stop(slug) is not { } stop ? throw new CliException($"There is no stop '{slug}'.")
        : NarrationPlan.Of(guide.Library, stop, language) is { } narration && narration.Language == language ? narration
        : throw new CliException($"The stop '{slug}' is not told in {language} yet: write text.{language}.md of dossier {stop.Dossier} first.");

    private static string Staleness(Library library, Recording recording) =>
        library.Stop(recording.Stop) is not { } stop || NarrationPlan.Of(library, stop, LanguageTag.Parse(recording.Language)) is not { } narration ? " — NOT PLAYED: the stop is gone"
        : RecordingStore.Says(recording, narration) ? ""
        : " — NOT PLAYED: the text has changed since; record it again";

    private static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is RecordingException or VoiceException)
        {
            throw new CliException(e.Message);
        }
    }
}
