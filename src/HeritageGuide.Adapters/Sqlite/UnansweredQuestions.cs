using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Questions of one wording that the dossiers did not answer.</summary>
/// <param name="Question">One way in which it was asked, without long numbers and addresses.</param>
/// <param name="Times">How often it was asked.</param>
/// <param name="First">Day of the first time.</param>
/// <param name="Last">Day of the last time.</param>
public sealed record UnansweredGroup(string Language, string Question, int Times, string First, string Last);

/// <summary>
/// What visitors asked in vain, for curators: grouped by folded wording, with days instead of times, without address or conversation,
/// forgotten after ninety days.
/// </summary>
public sealed class UnansweredQuestions(string path, TimeProvider clock)
{
    private const int KeptDays = 90;
    private const int MostGroups = 20_000;
    private const int LongestQuestion = 200;
    private readonly SmallLog _log = new(path,
        "CREATE TABLE IF NOT EXISTS unanswered (language TEXT NOT NULL, key TEXT NOT NULL, question TEXT NOT NULL, times INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY (language, key))");

    /// <summary>Counts a question; one too long to be a question of many is left out.</summary>
    public void Add(string language, string question)
    {
        var text = PrivateText.Without(question);
        if (text.Length is 0 or > LongestQuestion)
        {
            return;
        }

        _log.Use(connection =>
        {
            SmallLog.Run(connection, "DELETE FROM unanswered WHERE last < $old", ("$old", Day(-KeptDays)));
            return SmallLog.Run(connection,
                """
                INSERT INTO unanswered (language, key, question, times, first, last) SELECT $language, $key, $question, 1, $today, $today
                WHERE EXISTS (SELECT 1 FROM unanswered WHERE language = $language AND key = $key) OR (SELECT COUNT(*) FROM unanswered) < $most
                ON CONFLICT (language, key) DO UPDATE SET times = times + 1, last = $today
                """,
                ("$language", language), ("$key", VietnameseText.Fold(text).Trim(' ', '?', '.', '!')), ("$question", text), ("$today", Day(0)), ("$most", MostGroups));
        });
    }

    /// <summary>Groups, the most asked first, and how many there are in all.</summary>
    public (IReadOnlyList<UnansweredGroup> Groups, int Total) List(string? language, int offset, int limit) => _log.Use(connection => SmallLog.Page(
        connection, r => new UnansweredGroup(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetString(3), r.GetString(4)),
        "SELECT language, question, times, first, last, COUNT(*) OVER () FROM unanswered WHERE ($language = '' OR language = $language) AND last >= $old ORDER BY times DESC, last DESC, key LIMIT $limit OFFSET $offset",
        ("$language", language ?? ""), ("$old", Day(-KeptDays)), ("$limit", limit), ("$offset", offset)));

    private string Day(int days) => IsoDay.Text(clock.GetUtcNow().AddDays(days));
}
