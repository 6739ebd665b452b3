using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>A small log in a SQLite file of its own: one table, one writer at a time, days instead of times.</summary>
internal sealed class SmallLog(string path, string table)
{
    private readonly Lock _lock = new();
    private bool _made;

    public T Use<T>(Func<SqliteConnection, T> use)
    {
        lock (_lock)
        {
            using var connection = Open();
            return use(connection);
        }
    }

    public static int Run(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static IReadOnlyList<T> Rows<T>(SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>One page of a list, whose last column says how many rows there are in all.</summary>
    public static (IReadOnlyList<T> Items, int Total) Page<T>(SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params (string Name, object? Value)[] values)
    {
        var total = 0;
        var items = Rows(connection, r =>
        {
            total = r.GetInt32(r.FieldCount - 1);
            return read(r);
        }, sql, values);
        return (items, total);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        // A count lost in a power cut is no harm; a visitor who waits for the disk is.
        Run(connection, "PRAGMA synchronous=NORMAL");
        if (!_made)
        {
            Run(connection, "PRAGMA journal_mode=WAL");
            Run(connection, table);
            _made = true;
        }

        return connection;
    }
}
