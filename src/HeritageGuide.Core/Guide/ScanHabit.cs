namespace HeritageGuide.Core.Guide;

/// <summary>How a plaque is usually scanned, and whether its silence is out of the ordinary.</summary>
/// <param name="Scans">Scans in the eight weeks up to the last scan.</param>
/// <param name="ActiveDays">Days among these on which it was scanned at all.</param>
/// <param name="SilentDays">Whole days without a scan since the last one; today, being unfinished, does not count.</param>
/// <param name="LongestGap">The longest run of days without a scan within those eight weeks.</param>
/// <param name="Chance">How likely such a silence is by chance alone, 0–1; null where too little is known.</param>
public sealed record ScanHabit(int Scans, int ActiveDays, int SilentDays, int LongestGap, double? Chance)
{
    /// <summary>Days whose scans make the habit.</summary>
    public const int Window = 56;

    /// <summary>Fewer days of scans than these are no habit.</summary>
    public const int FewestActiveDays = 6;

    /// <summary>A plaque known for fewer days has no habit yet.</summary>
    public const int FewestDays = 14;

    /// <summary>A silence less likely than this is flagged.</summary>
    public const double Unlikely = 0.001;

    /// <summary>True where the plaque is silent against its own habit: the silence is unlikely, and longer than any in its eight weeks.</summary>
    public bool Silent => Chance < Unlikely && SilentDays > LongestGap;

    /// <summary>
    /// The habit from a series of days. Days with a scan, not scans, are counted: one school class scans forty times in an hour. With r such
    /// days a day in the eight weeks before the silence began, and days independent of each other (Poisson), g silent days have the chance
    /// e^(-r·g). Visits that follow the week or the season are not independent; therefore the silence must also exceed the longest earlier gap.
    /// </summary>
    /// <param name="counts">Scans by day.</param>
    /// <param name="today">The day that is not over yet.</param>
    public static ScanHabit Of(IReadOnlyDictionary<DateOnly, int> counts, DateOnly today)
    {
        var days = counts.Where(c => c.Value > 0 && c.Key <= today).Select(c => c.Key).Order().ToList();
        if (days.Count == 0)
        {
            return new ScanHabit(0, 0, 0, 0, null);
        }

        var last = days[^1];
        var known = Math.Min(Window, last.DayNumber - days[0].DayNumber + 1);
        var active = days.Where(d => d.DayNumber > last.DayNumber - Window).ToList();
        var gap = active.Zip(active.Skip(1), (a, b) => b.DayNumber - a.DayNumber - 1).DefaultIfEmpty(0).Max();
        var silence = Math.Max(0, today.DayNumber - last.DayNumber - 1);
        return new ScanHabit(
            active.Sum(d => counts[d]), active.Count, silence, gap,
            active.Count >= FewestActiveDays && known >= FewestDays ? Math.Exp(-(double)active.Count / known * silence) : null);
    }
}
