using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Scans of one plaque on one day by one way.</summary>
/// <param name="Day">The day, yyyy-MM-dd, by the guide's own clock.</param>
/// <param name="Channel">qr, nfc or typed.</param>
public sealed record ScanCount(string Code, string Day, string Channel, int Count);

/// <summary>How often plaques were scanned: a number for plaque, day and channel, and nothing of who scanned. Forgotten after two years.</summary>
public sealed class ScanLog(string path, TimeProvider clock)
{
    /// <summary>Days that are kept: two seasons can be compared.</summary>
    public const int KeptDays = 730;

    private readonly SmallLog _log = new(path, "CREATE TABLE IF NOT EXISTS scans (code TEXT NOT NULL, day TEXT NOT NULL, channel TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (code, day, channel)) WITHOUT ROWID");

    /// <summary>The day that is not over yet.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Counts one scan.</summary>
    public void Add(string code, string channel) => _log.Use(connection => SmallLog.Run(connection,
        "INSERT INTO scans (code, day, channel, count) VALUES ($code, $day, $channel, 1) ON CONFLICT (code, day, channel) DO UPDATE SET count = count + 1",
        ("$code", code), ("$day", IsoDay.Text(Today)), ("$channel", channel)));

    /// <summary>Forgets what is older than is kept; returns how many rows that were.</summary>
    public int Purge() => _log.Use(connection => SmallLog.Run(connection, "DELETE FROM scans WHERE day < $old", ("$old", IsoDay.Text(Today.AddDays(-KeptDays)))));

    /// <summary>The counts of some days (both included), oldest first, and how many rows there are in all.</summary>
    public (IReadOnlyList<ScanCount> Counts, int Total) List(DateOnly from, DateOnly to, int offset, int limit) => _log.Use(connection => SmallLog.Page(
        connection, r => new ScanCount(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3)),
        "SELECT code, day, channel, count, COUNT(*) OVER () FROM scans WHERE day BETWEEN $from AND $to ORDER BY day, code, channel LIMIT $limit OFFSET $offset",
        ("$from", IsoDay.Text(from)), ("$to", IsoDay.Text(to)), ("$limit", limit), ("$offset", offset)));

    /// <summary>Scans by plaque and day since a day.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<DateOnly, int>> ByPlaque(DateOnly since) => _log.Use(connection => SmallLog
        .Rows(connection, r => (Code: r.GetString(0), Day: IsoDay.Parse(r.GetString(1))!.Value, Count: r.GetInt32(2)),
            "SELECT code, day, SUM(count) FROM scans WHERE day >= $since GROUP BY code, day", ("$since", IsoDay.Text(since)))
        .GroupBy(r => r.Code).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<DateOnly, int>)g.ToDictionary(r => r.Day, r => r.Count)));
}
