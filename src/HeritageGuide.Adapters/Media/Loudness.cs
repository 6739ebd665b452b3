using System.Globalization;
using System.Text.RegularExpressions;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>How loud a sound is (EBU R 128) and how long it takes.</summary>
/// <param name="Lufs">Integrated loudness; null for silence.</param>
/// <param name="Duration">Length.</param>
internal sealed partial record Loudness(double? Lufs, TimeSpan Duration)
{
    /// <summary>The loudness of everything that the guide plays, so that people and machines, whatever their microphones, are equally loud.</summary>
    public const double Target = -16;

    private const double Silence = -60;
    private const double MostGain = 24;

    /// <summary>The change in decibels that brings the sound to <see cref="Target"/>.</summary>
    public double Gain => Lufs is { } lufs ? Math.Clamp(Target - lufs, -MostGain, MostGain) : 0;

    public static async Task<Loudness> MeasureAsync(AudioSource source, CancellationToken cancel)
    {
        var (_, messages) = await Ffmpeg.RunAsync(
            "ffmpeg", ["-hide_banner", "-nostats", "-nostdin", .. source.Arguments, "-map", "0:a:0", "-af", "ebur128=framelog=verbose", "-f", "null", "-"], source.Input, cancel);
        var (loud, time) = (Integrated().Matches(messages).LastOrDefault(), Time().Matches(messages).LastOrDefault());
        if (time is null || !TimeSpan.TryParse(time.Groups[1].Value, CultureInfo.InvariantCulture, out var duration))
        {
            throw new VoiceException("ffmpeg did not say how long the sound is.");
        }

        return new Loudness(
            loud is not null && double.TryParse(loud.Groups[1].Value, CultureInfo.InvariantCulture, out var lufs) && lufs > Silence ? lufs : null, duration);
    }

    [GeneratedRegex(@"\bI:\s+(-?[\d.]+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"\btime=(\d+:\d\d:\d\d\.\d+)")]
    private static partial Regex Time();
}
