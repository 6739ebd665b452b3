using System.Globalization;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>Encodes sound with ffmpeg in every form that is served, equally loud.</summary>
internal static class FfmpegEncoder
{
    // Peaks that the gain would cut off are bent instead.
    private const string Limiter = "alimiter=limit=0.84:level=false";

    private static readonly string[] s_opus = ["-c:a", "libopus", "-b:a", "24k", "-application", "voip"];

    /// <summary>Writes each file whole or none at all.</summary>
    /// <param name="source">The sound.</param>
    /// <param name="gain">Change of loudness in decibels.</param>
    /// <param name="files">Where each form goes.</param>
    /// <param name="metadata">What the files say of themselves.</param>
    /// <param name="cancel">Stops the encoding.</param>
    /// <exception cref="VoiceException">ffmpeg is missing or failed, or the files cannot be written.</exception>
    public static async Task EncodeAsync(
        AudioSource source, double gain, IReadOnlyDictionary<AudioFormat, string> files, IReadOnlyDictionary<string, string> metadata, CancellationToken cancel)
    {
        var partial = files.ToDictionary(f => f.Key, f => $"{f.Value}.{Guid.NewGuid():N}.part");
        string[] sound = ["-map", "0:a:0", "-ac", "1", "-af", string.Create(CultureInfo.InvariantCulture, $"volume={gain:0.00}dB,{Limiter}"), .. metadata.SelectMany(m => (string[])["-metadata", $"{m.Key}={m.Value}"])];
        try
        {
            await Ffmpeg.RunAsync(
                "ffmpeg", ["-hide_banner", "-loglevel", "error", "-nostdin", "-y", .. source.Arguments, .. partial.SelectMany(p => (string[])[.. sound, .. Codec(p.Key), p.Value])], source.Input, cancel);
            foreach (var (format, path) in files)
            {
                File.Move(partial[format], path, overwrite: true);
            }
        }
        catch (IOException e)
        {
            throw new VoiceException($"The sound could not be kept: {e.Message}", e);
        }
        finally
        {
            foreach (var left in partial.Values.Where(File.Exists))
            {
                File.Delete(left);
            }
        }
    }

    private static string[] Codec(AudioFormat format) => format switch
    {
        AudioFormat.Opus => [.. s_opus, "-f", "ogg"],
        AudioFormat.WebM => [.. s_opus, "-cues_to_front", "1", "-f", "webm"],
        _ => ["-c:a", "libmp3lame", "-b:a", "32k", "-id3v2_version", "3", "-f", "mp3"],
    };
}
