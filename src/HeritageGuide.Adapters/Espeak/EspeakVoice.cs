using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Espeak;

/// <summary>espeak-ng as a process of its own (it is GPL-3), one sentence a call. Measured at about 1,000 times real time.</summary>
public sealed class EspeakVoice(string program = "espeak-ng") : IVoice
{
    private const int WordsAMinute = 150;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, (string Name, string Voice)[]> Voices = new()
    {
        ["vi"] = [("south", "vi-vn-x-south"), ("north", "vi"), ("central", "vi-vn-x-central")],
        ["en"] = [("british", "en-gb"), ("american", "en-us")],
        ["fr"] = [("france", "fr-fr")],
        ["ko"] = [("seoul", "ko")],
        // Plain "cmn" spells Chinese characters out; this one reads them.
        ["zh"] = [("mandarin", "cmn-latn-pinyin")],
    };

    public string Engine => "espeak-ng";

    public string Settings => WordsAMinute.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<string> VoicesFor(LanguageTag language) =>
        Voices.TryGetValue(language.Code, out var voices) ? [.. voices.Select(v => v.Name)] : [];

    /// <summary>Whether the program can be started here.</summary>
    public async Task<bool> IsInstalledAsync(CancellationToken cancel)
    {
        try
        {
            return (await RunAsync(["--version"], "", cancel)).Length > 0;
        }
        catch (VoiceException)
        {
            return false;
        }
    }

    public async Task<Speech> SpeakAsync(string spoken, LanguageTag language, string voice, CancellationToken cancel)
    {
        var name = Voices.GetValueOrDefault(language.Code)?.FirstOrDefault(v => v.Name == voice).Voice
            ?? throw new VoiceException($"espeak-ng has no voice '{voice}' for {language}.");
        var wav = await RunAsync(["-v", name, "-s", Settings, "-b", "1", "--stdin", "--stdout"], spoken, cancel);
        return WavFile.Read(wav, Engine);
    }

    private async Task<byte[]> RunAsync(string[] arguments, string input, CancellationToken cancel)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new VoiceException("espeak-ng is not installed: apt-get install espeak-ng", e);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(s_patience);
        try
        {
            var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input), limit.Token);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? output.ToArray()
                : throw new VoiceException($"espeak-ng stopped with {process.ExitCode}: {(await errors).Trim()}");
        }
        catch (IOException e)
        {
            throw new VoiceException("espeak-ng was stopped in the middle of a sentence.", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new VoiceException("espeak-ng did not finish a sentence in time.", e);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
