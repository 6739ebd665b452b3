using System.Text;

namespace HeritageGuide.Adapters.Media;

/// <summary>Writes sentences and their times as WebVTT.</summary>
public static class WebVtt
{
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

    private static string Stamp(int ms) => $"{ms / 3_600_000:00}:{ms / 60_000 % 60:00}:{ms / 1_000 % 60:00}.{ms % 1_000:000}";
}
