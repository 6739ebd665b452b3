using System.Text.Json.Serialization;
using HeritageGuide.Core.Dossiers;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>The store or the index cannot be opened or written; the message says what to do next.</summary>
public sealed class StoreException(string message, Exception inner) : Exception(message, inner)
{
    public static StoreException For(string path, SqliteException e) => new(e.SqliteErrorCode switch
    {
        5 or 6 => $"{path} is locked by another program. Stop the other guide, or set HERITAGE_DATA to another folder.",
        8 => $"{path} cannot be written. Check the rights of its folder.",
        11 or 26 => $"{path} is damaged. Restore it from a backup, or move it away: the guide then imports the corpus anew.",
        13 => $"The disk is full, so {path} cannot be written. Free some room and start again: nothing was half-written.",
        14 => $"{path} cannot be opened. Check that its folder exists and can be written.",
        _ => $"{path}: {e.Message}",
    }, e);
}

[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(Core.Passages.Passage))]
internal sealed partial class StoreJson : JsonSerializerContext;
