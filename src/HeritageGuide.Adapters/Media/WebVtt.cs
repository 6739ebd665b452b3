using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HeritageGuide.Adapters.Recordings;

namespace HeritageGuide.Adapters.Media;

/// <summary>A line of a WebVTT file and when it is said.</summary>
internal sealed record VttCue(int StartMs, int EndMs, string Text);

/// <summary>Writes and reads sentences and their times as WebVTT.</summary>
public static partial class WebVtt
{
    private const int LargestFile = 1024 * 1024;

    public static string Write(IReadOnlyList<string> sentences, IReadOnlyList<SentenceTime> times)
    {
        var vtt = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < Math.Min(sentences.Count, times.Count); i++)
        {
            var text = sentences[i].Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("-->", "→", StringComparison.Ordinal);
            vtt.Append('\n').Append(i + 1).Append('\n').Append(Stamp(times[i].StartMs)).Append(" --> ").Append(Stamp(times[i].EndMs)).Append('\n').Append(text).Append('\n');
        }

        return vtt.ToString();
    }

    /// <summary>The cues of a file; notes, styles and markup are passed over.</summary>
    /// <exception cref="RecordingException">This is no WebVTT file.</exception>
    internal static IReadOnlyList<VttCue> ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > LargestFile)
        {
            throw new RecordingException(file.Exists ? $"{file.Name} is too large for a WebVTT file." : $"There is no file {path}.");
        }

        var blocks = File.ReadAllText(path).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        if (blocks.Length == 0 || !blocks[0].StartsWith("WEBVTT", StringComparison.Ordinal))
        {
            throw new RecordingException($"{file.Name} is no WebVTT file: its first line must be WEBVTT.");
        }

        return [.. blocks.Select(b => b.Trim('\n').Split('\n')).Select(ReadCue).OfType<VttCue>()];
    }

    private static VttCue? ReadCue(string[] lines)
    {
        var at = Array.FindIndex(lines, l => Timing().IsMatch(l));
        if (at is not (0 or 1))
        {
            return null;
        }

        var times = Timing().Match(lines[at]);
        return new VttCue(Milliseconds(times.Groups[1].Value), Milliseconds(times.Groups[2].Value), WebUtility.HtmlDecode(Markup().Replace(string.Join(' ', lines[(at + 1)..]), "")));
    }

    private static int Milliseconds(string stamp)
    {
        var parts = stamp.Split(':', '.').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var hours = parts.Length == 4 ? parts[0] : 0;
        return ((hours * 60 + parts[^3]) * 60 + parts[^2]) * 1_000 + parts[^1];
    }

    private static string Stamp(int ms) => $"{ms / 3_600_000:00}:{ms / 60_000 % 60:00}:{ms / 1_000 % 60:00}.{ms % 1_000:000}";

    [GeneratedRegex(@"^((?:\d{1,2}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{1,2}:)?[0-5]\d:[0-5]\d\.\d{3})")]
    private static partial Regex Timing();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
