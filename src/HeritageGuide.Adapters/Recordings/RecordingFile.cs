using System.Text.Json;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Recordings;

/// <summary>A file as a curator gives it: checked before anything of it is used.</summary>
internal static class RecordingFile
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private const long Largest = 100 * 1024 * 1024;

    /// <summary>How loud and how long the sound in the file is.</summary>
    /// <exception cref="RecordingException">It is missing, too large, too long, silent, or no sound.</exception>
    public static async Task<(AudioSource Source, Loudness Loudness)> CheckAsync(string path, CancellationToken cancel)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new RecordingException($"There is no file {path}.");
        }

        if (file.Length is 0 or > Largest)
        {
            throw new RecordingException($"{file.Name} has {file.Length / 1e6:F1} MB; a recording has up to 100 MB. Save it as FLAC, MP3 or Opus.");
        }

        // A little more than is allowed is read, so that too long is told from just long enough.
        var source = AudioSource.Of(path, Longest + TimeSpan.FromSeconds(1));
        var loudness = await HasSoundAsync(path, cancel) ? await MeasureAsync(source, file.Name, cancel) : throw NoSound(file.Name);
        if (loudness.Duration > Longest)
        {
            throw new RecordingException($"{file.Name} is longer than {Longest.TotalMinutes:F0} minutes. Cut it to the story of this stop.");
        }

        return loudness.Lufs is null || loudness.Duration < TimeSpan.FromSeconds(1)
            ? throw new RecordingException($"{file.Name} holds next to no sound. Listen to it, and record it again.")
            : (source, loudness);
    }

    private static async Task<bool> HasSoundAsync(string path, CancellationToken cancel)
    {
        try
        {
            var (output, _) = await Ffmpeg.RunAsync(
                "ffprobe",
                ["-v", "error", "-protocol_whitelist", "file", "-format_whitelist", AudioSource.Kinds, "-of", "json", "-select_streams", "a", "-show_entries", "stream=codec_type", "file:" + Path.GetFullPath(path)],
                null, cancel);
            using var found = JsonDocument.Parse(output);
            return found.RootElement.TryGetProperty("streams", out var streams) && streams.GetArrayLength() > 0;
        }
        catch (VoiceException e) when (!e.Message.Contains("not installed", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static async Task<Loudness> MeasureAsync(AudioSource source, string name, CancellationToken cancel)
    {
        try
        {
            return await Loudness.MeasureAsync(source, cancel);
        }
        catch (VoiceException e)
        {
            throw new RecordingException($"{name} cannot be decoded: {e.Message}", e);
        }
    }

    private static RecordingException NoSound(string name) => new($"{name} is no sound file. WAV, FLAC, MP3, Ogg, Opus, M4A and WebM are read.");
}
