using System.Globalization;

namespace HeritageGuide.Core.Guide;

/// <summary>A time of day at which something is done once a night: <c>02:30</c> on the machine's own clock, <c>02:30Z</c> in UTC.</summary>
public sealed record NightlyTime(TimeOnly At, bool Utc)
{
    /// <summary>Reads the setting; null where it is empty (off) or malformed.</summary>
    public static NightlyTime? Parse(string? text)
    {
        var utc = text?.EndsWith('Z') ?? false;
        return TimeOnly.TryParseExact(text?.TrimEnd('Z').Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? new NightlyTime(at, utc) : null;
    }

    /// <summary>The next such moment after <paramref name="now"/>. A time that the clocks skip in spring is taken an hour later.</summary>
    public DateTimeOffset Next(DateTimeOffset now, TimeZoneInfo zone)
    {
        var place = Utc ? TimeZoneInfo.Utc : zone;
        var today = TimeZoneInfo.ConvertTime(now, place).Date;
        for (var day = 0; ; day++)
        {
            var local = today.AddDays(day) + At.ToTimeSpan();
            local = place.IsInvalidTime(local) ? local.AddHours(1) : local;
            var moment = new DateTimeOffset(local, place.GetUtcOffset(local));
            if (moment > now)
            {
                return moment;
            }
        }
    }
}
