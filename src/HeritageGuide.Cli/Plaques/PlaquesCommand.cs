using System.CommandLine;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;

namespace HeritageGuide.Cli.Plaques;

/// <summary><c>heritage plaques …</c>: the physical signs, from the printer to the nightly look at each of them.</summary>
internal static class PlaquesCommand
{
    public static Command Make() => new("plaques", "List, print, hang, check, re-point, retire and verify the plaques.")
    {
        ListCommand.Make(),
        PrintCommand.Make(),
        RegisterCommands.Install(),
        RegisterCommands.Check(),
        RegisterCommands.Point(),
        RegisterCommands.Retire(),
        RegisterCommands.Restore(),
        VerifyCommand.Make(),
    };

    public static GuideOptions Options => GuideOptions.From(Environment.GetEnvironmentVariable);

    /// <summary>The corpus as its files say it: no store is opened, so a running guide is not disturbed.</summary>
    public static Library ReadLibrary()
    {
        var reading = CorpusReader.Read(Options.Corpus);
        return new Library(reading.Dossiers, reading.Shared);
    }

    /// <summary>The plaque whose code was typed.</summary>
    /// <exception cref="CliException">It is no code, or nobody carries it.</exception>
    public static Plaque Find(Library library, string typed) => library.Plaques.Find(Code(typed)) ?? throw new CliException($"No plaque carries the code '{typed}'. 'heritage plaques list' shows them.");

    public static string Code(string typed) => StopCode.Normalize(typed) ?? throw new CliException($"'{typed}' is no code: five characters of {StopCode.Alphabet}.");

    /// <summary>The plaques that a command line names: codes, a tour's, or every active one.</summary>
    public static IReadOnlyList<Plaque> Choose(Library library, IReadOnlyList<string> codes, string? tour)
    {
        if (tour is not null)
        {
            var stops = (library.Tour(tour) ?? throw new CliException($"There is no tour '{tour}': {string.Join(", ", library.Shared.Tours.Select(t => t.Id))}.")).Stops.Select(s => s.Stop).ToList();
            return [.. library.Plaques.All.Where(p => p.State == PlaqueState.Active && stops.Contains(p.Stop)).OrderBy(p => stops.IndexOf(p.Stop))];
        }

        return codes.Count > 0 ? [.. codes.Select(c => Find(library, c))] : library.Plaques.All;
    }
}
