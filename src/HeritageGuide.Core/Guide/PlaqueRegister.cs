namespace HeritageGuide.Core.Guide;

/// <summary>Every plaque there is or was: one for each stop's code, and what the register's entries say happened to it. Immutable.</summary>
public sealed class PlaqueRegister
{
    private readonly Dictionary<string, Plaque> _plaques;
    private readonly HashSet<string> _homes;
    private readonly List<(PlaqueEntry Entry, string Fault)> _faults = [];

    /// <param name="stops">The stops, each with the code that is its own.</param>
    /// <param name="entries">The register's lines in the order in which they were written.</param>
    public PlaqueRegister(IEnumerable<Stop> stops, IEnumerable<PlaqueEntry> entries)
    {
        _plaques = stops.ToDictionary(s => s.Code, s => new Plaque { Code = s.Code, Stop = s.Slug });
        _homes = [.. _plaques.Keys];
        foreach (var entry in entries)
        {
            // A line that the checks refuse changes nothing, so that a slip in the file cannot take a plaque down.
            if (FaultOf(entry) is { } fault)
            {
                _faults.Add((entry, fault));
                continue;
            }

            _plaques[entry.Code] = (Find(entry.Code) ?? new Plaque { Code = entry.Code, Stop = entry.Stop! }).After(entry);
        }
    }

    /// <summary>The entries that changed nothing, and why.</summary>
    public IReadOnlyList<(PlaqueEntry Entry, string Fault)> Faults => _faults;

    /// <summary>All plaques by code.</summary>
    public IReadOnlyList<Plaque> All => [.. _plaques.Values.OrderBy(p => p.Code, StringComparer.Ordinal)];

    /// <summary>The plaque with a normalized code; null where there never was one.</summary>
    public Plaque? Find(string code) => _plaques.GetValueOrDefault(code);

    /// <summary>Why an entry cannot follow what is recorded, with the cure; null where it can.</summary>
    public string? FaultOf(PlaqueEntry entry) => Find(entry.Code) switch
    {
        null when entry is not { Change: PlaqueChange.Install, Stop: not null } => $"No plaque carries the code {entry.Code}: install it first, and name its stop.",
        null => null,
        { State: PlaqueState.Retired } when entry.Change == PlaqueChange.Install => $"{entry.Code} is retired, and a code is never reused: restore it, or take a new code.",
        { State: PlaqueState.Retired } when entry.Change != PlaqueChange.Restore => $"{entry.Code} is retired: restore it first.",
        { State: PlaqueState.Active } when entry.Change == PlaqueChange.Restore => $"{entry.Code} is not retired: there is nothing to restore.",
        _ when entry.Change == PlaqueChange.Point && entry.Stop is null => "Name the stop that the plaque shall lead to.",
        _ when entry.Change == PlaqueChange.Install && entry.Stop is not null && _homes.Contains(entry.Code) => $"{entry.Code} is the code of a stop: install it without a stop, and point it elsewhere if it shall lead elsewhere.",
        _ => null,
    };
}
