using System.ComponentModel;
using System.Diagnostics;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>Runs ffmpeg and ffprobe as processes of their own.</summary>
internal static class Ffmpeg
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs to the end and returns what was written to standard output and to standard error.</summary>
    /// <exception cref="VoiceException">The program is missing, failed or was too slow; the message holds its last line.</exception>
    public static async Task<(string Output, string Messages)> RunAsync(string program, IReadOnlyList<string> arguments, byte[]? input, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(s_patience);
        using var process = Start(program, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var messages = process.StandardError.ReadToEndAsync(limit.Token);
            await FeedAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? (await output, await messages)
                : throw new VoiceException($"{program} stopped with {process.ExitCode}: {(await messages).Trim().Split('\n')[^1].Trim()}");
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new VoiceException($"{program} did not finish in time.", e);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
        }
        catch (Win32Exception e)
        {
            throw new VoiceException($"{program} is not installed: apt-get install ffmpeg", e);
        }
    }

    private static async Task FeedAsync(Process process, byte[]? input, CancellationToken cancel)
    {
        try
        {
            if (input is not null)
            {
                await process.StandardInput.BaseStream.WriteAsync(input, cancel);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped reading because it failed; its exit code and message say why.
        }
    }
}
