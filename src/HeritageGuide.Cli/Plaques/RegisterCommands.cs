using System.CommandLine;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Plaques;

/// <summary>The commands that add a line to the register.</summary>
internal static class RegisterCommands
{
    private const int LongestText = 300;

    public static Command Install()
    {
        var place = new Option<string>("--place") { Required = true, Description = "Where it hangs, in words." };
        var stop = new Option<string?>("--stop") { Description = "For a second plaque with a code of its own: the stop where it leads." };
        var photo = new Option<string?>("--photo") { Description = "Address or path of a picture of it." };
        return Make("install", "Record that a plaque hangs.", [place, stop, photo],
            (parse, entry) => entry with { Change = PlaqueChange.Install, Place = parse.GetValue(place), Stop = parse.GetValue(stop), Photo = parse.GetValue(photo) });
    }

    public static Command Check()
    {
        var photo = new Option<string?>("--photo") { Description = "Address or path of a new picture of it." };
        return Make("check", "Record that somebody stood before a plaque.", [photo], (parse, entry) => entry with { Change = PlaqueChange.Check, Photo = parse.GetValue(photo) });
    }

    public static Command Point()
    {
        var stop = new Argument<string>("stop") { Description = "Slug of the stop where it leads from now on." };
        return Make("point", "Let a plaque lead to another stop, without a new sign.", [], (parse, entry) => entry with { Change = PlaqueChange.Point, Stop = parse.GetValue(stop) }, stop);
    }

    public static Command Retire()
    {
        var to = new Option<string>("--to") { Required = true, Description = "Slug of the stop where its story went, or none." };
        var why = new Option<string>("--why") { Required = true, Description = "Why it was taken down." };
        return Make("retire", "Take a plaque down for good: its code says from now on where the story went.", [to, why],
            (parse, entry) => entry with { Change = PlaqueChange.Retire, Stop = parse.GetValue(to) is "none" ? null : parse.GetValue(to), Note = parse.GetValue(why) });
    }

    public static Command Restore() => Make("restore", "Undo a retirement.", [], (_, entry) => entry with { Change = PlaqueChange.Restore });

    private static Command Make(string name, string description, Option[] options, Func<ParseResult, PlaqueEntry, PlaqueEntry> fill, Argument<string>? second = null)
    {
        var code = new Argument<string>("code") { Description = "The code on the plaque." };
        var date = new Option<string?>("--date") { Description = "The day, yyyy-mm-dd; today by default." };
        var note = new Option<string?>("--note") { Description = "What was seen or done." };
        var command = new Command(name, description) { code };
        if (second is not null)
        {
            command.Add(second);
        }

        foreach (var option in (Option[])[.. options, date, note])
        {
            command.Add(option);
        }

        command.SetAction(parse =>
        {
            var library = PlaquesCommand.ReadLibrary();
            var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var entry = fill(parse, new PlaqueEntry(PlaquesCommand.Code(parse.GetValue(code)!), Day(parse.GetValue(date), today), PlaqueChange.Check, null, null, null, parse.GetValue(note)));
            Add(library, entry, PlaquesCommand.Options.Corpus);
            return 0;
        });
        return command;
    }

    private static void Add(Library library, PlaqueEntry entry, string corpus)
    {
        if (entry.Stop is not null && library.Stop(entry.Stop) is null)
        {
            throw new CliException($"There is no stop '{entry.Stop}'.");
        }

        if (((string?[])[entry.Place, entry.Photo, entry.Note]).Any(t => t?.Length > LongestText))
        {
            throw new CliException($"Place, photo and note hold at most {LongestText} characters each.");
        }

        if (library.Plaques.FaultOf(entry) is { } fault)
        {
            throw new CliException(fault);
        }

        PlaqueFile.Append(corpus, entry);
        var plaque = library.WithPlaques([.. library.Shared.Plaques, entry]).Plaques.Find(entry.Code)!;
        Console.WriteLine(plaque.State == PlaqueState.Active ? $"{plaque.Code} leads to {plaque.Stop}" : $"{plaque.Code} is retired; its story went to {plaque.To ?? "none"}");
        Console.WriteLine($"Written to {Path.Combine(corpus, PlaqueFile.Name)}. A running guide takes it up within {PlaqueFile.TakenUpSeconds} seconds.");
    }

    private static DateOnly Day(string? typed, DateOnly today) =>
        typed is null ? today
        : IsoDay.Parse(typed) is not { } day ? throw new CliException($"'{typed}' is no day: write yyyy-mm-dd.")
        : day > today ? throw new CliException($"{typed} has not come yet.")
        : day;
}
