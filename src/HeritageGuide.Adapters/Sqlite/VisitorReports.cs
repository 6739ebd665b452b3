using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>What visitors said of a plaque; the same said twice is one report.</summary>
/// <param name="Kind">broken, missing, wrong-text, no-sound or other.</param>
/// <param name="Note">What they added, without numbers and addresses of persons; may be empty.</param>
/// <param name="Times">How many said so.</param>
/// <param name="First">Day of the first time, yyyy-MM-dd.</param>
/// <param name="Last">Day of the last time.</param>
/// <param name="Closed">Day on which a curator closed it; null while it is open.</param>
/// <param name="Closing">What the curator noted then.</param>
public sealed record VisitorReport(long Id, string Code, string Kind, string Note, int Times, string First, string Last, string? Closed, string? Closing);

/// <summary>Visitors' reports on plaques, for curators: days instead of times, no address, forgotten a year after the last time.</summary>
public sealed class VisitorReports(string path, TimeProvider clock)
{
    public const int LongestNote = 500;
    private const int KeptDays = 365;
    private const int MostOpen = 5_000;
    private const string Columns = "id, code, kind, note, times, first, last, closed, closing";
    private readonly SmallLog _log = new(path,
        "CREATE TABLE IF NOT EXISTS reports (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL, times INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, closed TEXT, closing TEXT)");

    public static IReadOnlyList<string> Kinds { get; } = ["broken", "missing", "wrong-text", "no-sound", "other"];

    private string Today => Day(0);

    /// <summary>Keeps a report; false where so many are open that no more are taken.</summary>
    public bool Add(string code, string kind, string note) => _log.Use(connection =>
    {
        SmallLog.Run(connection, "DELETE FROM reports WHERE last < $old", ("$old", Day(-KeptDays)));
        (string, object?)[] values = [("$code", code), ("$kind", kind), ("$note", PrivateText.Without(note)), ("$today", Today), ("$most", MostOpen)];
        return SmallLog.Run(connection, "UPDATE reports SET times = times + 1, last = $today WHERE code = $code AND kind = $kind AND note = $note AND closed IS NULL", values) > 0
            || SmallLog.Run(connection,
                "INSERT INTO reports (code, kind, note, times, first, last) SELECT $code, $kind, $note, 1, $today, $today WHERE (SELECT COUNT(*) FROM reports WHERE closed IS NULL) < $most", values) > 0;
    });

    /// <summary>Reports, the newest first, and how many there are in all.</summary>
    /// <param name="open">Only open or only closed ones; null for all.</param>
    public (IReadOnlyList<VisitorReport> Reports, int Total) List(bool? open, int offset, int limit) => _log.Use(connection => SmallLog.Page(
        connection, Read,
        $"SELECT {Columns}, COUNT(*) OVER () FROM reports WHERE $open IS NULL OR (closed IS NULL) = $open ORDER BY last DESC, id DESC LIMIT $limit OFFSET $offset",
        ("$open", open is { } only ? only ? 1 : 0 : null), ("$limit", limit), ("$offset", offset)));

    /// <summary>How many open reports each plaque has.</summary>
    public IReadOnlyDictionary<string, int> OpenByPlaque() => _log.Use(connection =>
        SmallLog.Rows(connection, r => (Code: r.GetString(0), Count: r.GetInt32(1)), "SELECT code, COUNT(*) FROM reports WHERE closed IS NULL GROUP BY code").ToDictionary(r => r.Code, r => r.Count));

    /// <summary>Closes a report; null where there is none. Closed again, it keeps its first day and takes the new note.</summary>
    public VisitorReport? Close(long id, string note) => _log.Use(connection =>
    {
        SmallLog.Run(connection, "UPDATE reports SET closed = COALESCE(closed, $today), closing = $note WHERE id = $id", ("$today", Today), ("$note", note), ("$id", id));
        return SmallLog.Rows(connection, Read, $"SELECT {Columns} FROM reports WHERE id = $id", ("$id", id)).FirstOrDefault();
    });

    private static VisitorReport Read(Microsoft.Data.Sqlite.SqliteDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.IsDBNull(7) ? null : r.GetString(7), r.IsDBNull(8) ? null : r.GetString(8));

    private string Day(int days) => IsoDay.Text(clock.GetLocalNow().AddDays(days));
}
