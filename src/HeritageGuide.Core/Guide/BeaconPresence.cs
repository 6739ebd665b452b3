namespace HeritageGuide.Core.Guide;

/// <summary>When a visitor counts as having come to a beacon, and as having left it. Strengths in dBm (nearer to zero is louder).</summary>
public sealed record BeaconRules
{
    /// <summary>A beacon must be at least this loud before a visitor is said to have come to it.</summary>
    public int EnterDbm { get; init; } = -78;

    /// <summary>Below this, or unheard, the visitor is going away from it.</summary>
    public int LeaveDbm { get; init; } = -88;

    /// <summary>How much louder (dB) another beacon must be before the visitor is said to have moved on to it.</summary>
    public int LouderDecibels { get; init; } = 8;

    /// <summary>How long the first two must hold before a visitor has come.</summary>
    public TimeSpan EnterAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the third must hold before a visitor has left: a body turned away hides a beacon for a few seconds.</summary>
    public TimeSpan LeaveAfter { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>A beacon's loudness is the median of what was heard of it in this time: single readings jump by 10 dB.</summary>
    public TimeSpan SmoothOver { get; init; } = TimeSpan.FromSeconds(3);
}

/// <summary>Follows one visitor's walk: at which beacon they stand, with hysteresis in strength and time. Time is told to it; it has no clock.</summary>
/// <param name="rules">When one has come and left.</param>
/// <param name="isKnown">Whether a beacon belongs to a stop.</param>
/// <param name="current">Where the visitor stood when the walk goes on from an earlier one.</param>
public sealed class BeaconPresence(BeaconRules rules, Func<BeaconId, bool> isKnown, BeaconId? current = null)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(1);
    private readonly List<(TimeSpan At, BeaconId Id, int Rssi)> _heard = [];
    private BeaconId? _candidate;
    private TimeSpan _candidateSince;
    private TimeSpan? _weakSince;

    /// <summary>The beacon where the visitor stands; null between beacons.</summary>
    public BeaconId? Current { get; private set; } = current;

    /// <summary>Takes what was heard at one moment (nothing, too, is worth telling); moments must not go backwards.</summary>
    public BeaconId? Hear(TimeSpan at, IEnumerable<(BeaconId Id, int Rssi)> sightings)
    {
        _heard.AddRange(sightings.Where(s => isKnown(s.Id)).Select(s => (at, s.Id, s.Rssi)));
        _heard.RemoveAll(h => h.At <= at - rules.SmoothOver);
        var levels = _heard.GroupBy(h => h.Id).ToDictionary(g => g.Key, g => Median(g.Select(h => h.Rssi)));
        Leave(at, levels);
        Enter(at, levels);
        return Current;
    }

    private void Leave(TimeSpan at, Dictionary<BeaconId, double> levels)
    {
        if (Current is not { } here || (levels.TryGetValue(here, out var level) && level >= rules.LeaveDbm))
        {
            _weakSince = null;
        }
        else if (at - (_weakSince ??= at) >= rules.LeaveAfter)
        {
            (Current, _weakSince) = (null, null);
        }
    }

    private void Enter(TimeSpan at, Dictionary<BeaconId, double> levels)
    {
        // Unheard counts as just too weak: the next beacon need not wait until the last one is left.
        double? here = Current is { } id ? levels.GetValueOrDefault(id, rules.LeaveDbm) : null;
        // Who rides past is heard for a moment and remembered for longer: memory alone lets nobody in.
        var fresh = _heard.Where(h => h.At > at - s_fresh).Select(h => h.Id).ToHashSet();
        var able = levels.Where(l => l.Key != Current && fresh.Contains(l.Key) && l.Value >= rules.EnterDbm && (here is null || l.Value >= here + rules.LouderDecibels))
            .OrderByDescending(l => l.Value).ThenBy(l => l.Key.Value, StringComparer.Ordinal).ToList();
        if (able.Count == 0)
        {
            _candidate = null;
            return;
        }

        if (_candidate is not { } waiting || able.All(l => l.Key != waiting))
        {
            (_candidate, _candidateSince) = (able[0].Key, at);
        }

        if (at - _candidateSince >= rules.EnterAfter)
        {
            (Current, _candidate, _weakSince) = (_candidate, null, null);
        }
    }

    private static double Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }
}
