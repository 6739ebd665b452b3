using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>Encodes samples with ffmpeg as a process of its own.</summary>
internal static class FfmpegEncoder
{
    /// <summary>Writes the file whole or not at all.</summary>
    /// <exception cref="VoiceException">ffmpeg is missing or failed.</exception>
    public static async Task EncodeAsync(
        short[] samples, int sampleRate, AudioFormat format, string path, IReadOnlyDictionary<string, string> metadata, CancellationToken cancel)
    {
        var partial = path + "." + Guid.NewGuid().ToString("N") + ".part";
        List<string> arguments =
        [
            "-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-f", "s16le", "-ar", sampleRate.ToString(CultureInfo.InvariantCulture), "-ac", "1", "-i", "pipe:0",
            .. metadata.SelectMany(m => (string[])["-metadata", $"{m.Key}={m.Value}"]),
            .. format == AudioFormat.Opus
                ? (string[])["-c:a", "libopus", "-b:a", "24k", "-application", "voip", "-f", "ogg"]
                : ["-c:a", "libmp3lame", "-b:a", "32k", "-id3v2_version", "3", "-f", "mp3"],
            partial,
        ];
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments)
            {
                RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.StandardInput.BaseStream.WriteAsync(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(), cancel);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new VoiceException($"ffmpeg stopped with {process.ExitCode}: {(await errors).Trim()}");
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Win32Exception e)
        {
            throw new VoiceException("ffmpeg is not installed: apt-get install ffmpeg", e);
        }
        catch (IOException e)
        {
            throw new VoiceException($"{path} could not be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
