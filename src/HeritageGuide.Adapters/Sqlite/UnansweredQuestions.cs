using HeritageGuide.Core.Languages;
using Microsoft.Data.Sqlite;

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
    private readonly Lock _lock = new();
    private bool _made;

    /// <summary>Counts a question; one too long to be a question of many is left out.</summary>
    public void Add(string language, string question)
    {
        var text = PrivateText.Without(question);
        if (text.Length is 0 or > LongestQuestion)
        {
            return;
        }

        var today = Day(0);
        lock (_lock)
        {
            using var connection = Open();
            Run(connection, "DELETE FROM unanswered WHERE last < $old", ("$old", Day(-KeptDays)));
            Run(connection,
                """
                INSERT INTO unanswered (language, key, question, times, first, last) SELECT $language, $key, $question, 1, $today, $today
                WHERE EXISTS (SELECT 1 FROM unanswered WHERE language = $language AND key = $key) OR (SELECT COUNT(*) FROM unanswered) < $most
                ON CONFLICT (language, key) DO UPDATE SET times = times + 1, last = $today
                """,
                ("$language", language), ("$key", VietnameseText.Fold(text).Trim(' ', '?', '.', '!')), ("$question", text), ("$today", today), ("$most", MostGroups));
        }
    }

    /// <summary>Groups, the most asked first, and how many there are in all.</summary>
    public (IReadOnlyList<UnansweredGroup> Groups, int Total) List(string? language, int offset, int limit)
    {
        lock (_lock)
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT language, question, times, first, last, COUNT(*) OVER () FROM unanswered WHERE ($language = '' OR language = $language) AND last >= $old ORDER BY times DESC, last DESC, key LIMIT $limit OFFSET $offset";
            command.Parameters.AddWithValue("$language", language ?? "");
            command.Parameters.AddWithValue("$old", Day(-KeptDays));
            command.Parameters.AddWithValue("$limit", limit);
            command.Parameters.AddWithValue("$offset", offset);
            using var reader = command.ExecuteReader();
            var (groups, total) = (new List<UnansweredGroup>(), 0);
            while (reader.Read())
            {
                groups.Add(new UnansweredGroup(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4)));
                total = reader.GetInt32(5);
            }

            return (groups, total);
        }
    }

    private string Day(int days) => clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        if (!_made)
        {
            Run(connection, "PRAGMA journal_mode=WAL");
            Run(connection, "CREATE TABLE IF NOT EXISTS unanswered (language TEXT NOT NULL, key TEXT NOT NULL, question TEXT NOT NULL, times INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY (language, key))");
            _made = true;
        }

        return connection;
    }

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
