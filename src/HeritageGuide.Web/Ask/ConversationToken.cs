using System.Buffers.Text;
using System.Text.Json;
using HeritageGuide.Core.Answers;

namespace HeritageGuide.Web.Ask;

/// <summary>
/// The conversation, carried by the visitor and kept nowhere else. What comes back is a stranger's text: it is read within limits and
/// serves only to prefer dossiers.
/// </summary>
internal static class ConversationToken
{
    private const int MostTurns = 3;
    private const int MaxLength = 6_000;

    public static string Write(IReadOnlyList<Turn> earlier, Turn turn) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(earlier.Append(turn).TakeLast(MostTurns).ToArray()));

    public static IReadOnlyList<Turn> Read(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > MaxLength)
        {
            return [];
        }

        try
        {
            var turns = JsonSerializer.Deserialize<Turn[]>(Base64Url.DecodeFromChars(token)) ?? [];
            return [.. turns.Where(t => t is { Question: { Length: > 0 and <= Question.MaxLength }, Dossiers: not null, Claims: not null }).TakeLast(MostTurns)
                .Select(t => t with { Dossiers = [.. t.Dossiers.Take(3)], Claims = [.. t.Claims.Take(10)] })];
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return [];
        }
    }
}
