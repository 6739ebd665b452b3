using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Web.Plaques;

/// <summary>A plaque as curators see it.</summary>
/// <param name="State">active or retired.</param>
/// <param name="Verified">alive, dead or unknown, at the last verification.</param>
/// <param name="Broken">What did not hold then, by language.</param>
public sealed record PlaqueStatus(
    string Code, string Stop, string State, string? Place, string? Photo, string? Installed, string? Checked, string? Retired, string? To, string? Why,
    string Verified, IReadOnlyList<BrokenChain> Broken, ScanStatus Scans, int OpenReports);

/// <summary>What did not hold in one language.</summary>
public sealed record BrokenChain(string Lang, IReadOnlyList<BrokenLink> Links);

/// <summary>How a plaque is scanned.</summary>
/// <param name="EightWeeks">Scans in the eight weeks up to the last one.</param>
/// <param name="SilentDays">Whole days since then.</param>
/// <param name="Silent">True where that is against the plaque's own habit.</param>
/// <param name="Chance">How likely such a silence is by chance, 0–1; null where too little is known.</param>
public sealed record ScanStatus(int EightWeeks, int ActiveDays, int SilentDays, int LongestGap, bool Silent, double? Chance);

/// <summary>Puts register, verification, scans and reports together.</summary>
internal sealed class PlaqueBoard(VerificationStore verifications, ScanLog scans, VisitorReports reports)
{
    public IReadOnlyList<PlaqueStatus> Of(Library library)
    {
        // Eight weeks before the last scan, which itself may lie some months back.
        var counts = scans.ByPlaque(scans.Today.AddDays(-365));
        var open = reports.OpenByPlaque();
        var chains = (verifications.Latest?.Chains ?? []).ToLookup(c => c.Code);
        return [.. library.Plaques.All.Select(p => Status(p, [.. chains[p.Code]], counts.GetValueOrDefault(p.Code), open.GetValueOrDefault(p.Code)))];
    }

    private PlaqueStatus Status(Plaque plaque, IReadOnlyList<PlaqueChain> chains, IReadOnlyDictionary<DateOnly, int>? counts, int open)
    {
        var habit = ScanHabit.Of(counts ?? new Dictionary<DateOnly, int>(), scans.Today);
        return new PlaqueStatus(
            plaque.Code, plaque.Stop, plaque.State == PlaqueState.Active ? "active" : "retired", plaque.Place, plaque.Photo, Day(plaque.Installed), Day(plaque.Checked), Day(plaque.Retired), plaque.To, plaque.Why,
            chains.Count == 0 ? "unknown" : chains.All(c => c.Alive) ? "alive" : "dead",
            [.. chains.Where(c => !c.Alive).Select(c => new BrokenChain(c.Language, c.Broken))],
            new ScanStatus(habit.Scans, habit.ActiveDays, habit.SilentDays, habit.LongestGap, plaque.State == PlaqueState.Active && habit.Silent, habit.Chance), open);
    }

    private static string? Day(DateOnly? day) => day is { } known ? IsoDay.Text(known) : null;
}
