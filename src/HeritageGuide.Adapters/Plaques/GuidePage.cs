using System.Net;
using System.Text.RegularExpressions;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>Reads a page of the guide as far as a verification must.</summary>
internal static partial class GuidePage
{
    /// <summary>The page's language tag; "no language" where it has none.</summary>
    public static string LanguageOf(string html) => Html().Match(html) is { Success: true } match ? match.Groups[1].Value : "no language";

    /// <summary>Whether every sentence stands on the page.</summary>
    public static bool Shows(string html, IEnumerable<string> sentences)
    {
        var text = WebUtility.HtmlDecode(html);
        return sentences.All(s => text.Contains(s, StringComparison.Ordinal));
    }

    /// <summary>Whether a link leads to the address, whatever its query.</summary>
    public static bool Links(string html, string address) => html.Contains($"href=\"{address}\"", StringComparison.Ordinal) || html.Contains($"href=\"{address}?", StringComparison.Ordinal);

    [GeneratedRegex("<html lang=\"([^\"]+)\"")]
    private static partial Regex Html();
}

/// <summary>Tells sound from something else by its first bytes.</summary>
internal static class AudioBytes
{
    /// <summary>How many bytes are asked for.</summary>
    public const int Beginning = 4096;

    /// <summary>Less than this is no speech: the guide's own files have 3,000 and more.</summary>
    public const int FewestBytesASecond = 500;

    public static bool IsOggOpus(byte[] bytes) => bytes.AsSpan().StartsWith("OggS"u8) && bytes.AsSpan().IndexOf("OpusHead"u8) is > 0 and < 64;

    /// <summary>A tag in front, or the eleven set bits of a frame.</summary>
    public static bool IsMp3(byte[] bytes) => bytes.AsSpan().StartsWith("ID3"u8) || (bytes.Length > 1 && bytes[0] == 0xFF && (bytes[1] & 0xE0) == 0xE0);
}
