using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>
/// Makes and keeps the sound of narrations. Files are named by the hash of what is said, by whom and how, so a changed text or voice
/// never plays an old file. Simultaneous first listeners wait for one synthesis.
/// </summary>
public sealed class NarrationStudio(string folder, IEnumerable<IVoice> voices)
{
    private const string RecipeVersion = "1";
    private const int PauseMs = 350;
    private const int SectionPauseMs = 800;
    private static readonly SemaphoreSlim s_synthesizing = new(4);
    private readonly IReadOnlyList<IVoice> _voices = [.. voices];
    private readonly ConcurrentDictionary<string, Lazy<Task<NarrationAudio>>> _underWay = new();

    /// <summary>Names of the voices for a language, the default first; empty where no engine speaks it.</summary>
    public IReadOnlyList<string> VoicesFor(LanguageTag language) => VoiceOf(language)?.VoicesFor(language) ?? [];

    /// <summary>The sound of a narration, made now where it is not kept already; null where no voice speaks its language.</summary>
    /// <exception cref="VoiceException">The engine failed; nothing half-made is kept.</exception>
    public async Task<NarrationAudio?> MakeAsync(Narration narration, string? voiceName, CancellationToken cancel)
    {
        if (narration.Sentences.Count == 0 || VoiceOf(narration.Language) is not { } voice)
        {
            return null;
        }

        var names = voice.VoicesFor(narration.Language);
        var name = voiceName is not null && names.Contains(voiceName) ? voiceName : names[0];
        var key = KeyOf(narration, voice.Engine, name);
        if (await ReadAsync(key, cancel) is { } kept)
        {
            return kept;
        }

        // The synthesis is not cancelled with its first listener: others may wait for it.
        var task = _underWay.GetOrAdd(key, k => new Lazy<Task<NarrationAudio>>(() => SynthesizeAsync(narration, voice, name, k)));
        try
        {
            return await task.Value.WaitAsync(cancel);
        }
        finally
        {
            if (task.Value.IsCompleted)
            {
                _underWay.TryRemove(key, out _);
            }
        }
    }

    /// <summary>The kept file; null where there is none.</summary>
    public string? PathOf(string key, AudioFormat format)
    {
        var path = FileOf(key, format == AudioFormat.Opus ? "opus" : "mp3");
        return File.Exists(path) ? path : null;
    }

    private IVoice? VoiceOf(LanguageTag language) => _voices.FirstOrDefault(v => v.VoicesFor(language).Count > 0);

    private async Task<NarrationAudio> SynthesizeAsync(Narration narration, IVoice voice, string name, string key)
    {
        await s_synthesizing.WaitAsync();
        try
        {
            var spoken = await Task.WhenAll(narration.Sentences.Select(s => voice.SpeakAsync(s.Spoken, narration.Language, name, CancellationToken.None)));
            var rate = spoken[0].SampleRate;
            var samples = new List<short>();
            var times = new List<SentenceTime>(spoken.Length);
            for (var i = 0; i < spoken.Length; i++)
            {
                if (i > 0)
                {
                    var pause = narration.Sentences[i].Section == narration.Sentences[i - 1].Section ? PauseMs : SectionPauseMs;
                    samples.AddRange(new short[rate * pause / 1_000]);
                }

                var start = Milliseconds(samples.Count, rate);
                samples.AddRange(spoken[i].Samples);
                times.Add(new SentenceTime(start, Milliseconds(samples.Count, rate)));
            }

            var audio = new NarrationAudio(key, voice.Engine, name, Milliseconds(samples.Count, rate), times);
            Directory.CreateDirectory(Path.GetDirectoryName(FileOf(key, "json"))!);
            var metadata = new Dictionary<string, string>
            {
                ["title"] = narration.Stop.Title.In(narration.Language),
                ["language"] = narration.Language.Bcp47,
                ["artist"] = "HeritageGuide",
                ["comment"] = $"Synthetic voice (AI): {voice.Engine}, {name}.",
            };
            foreach (var (format, extension) in ((AudioFormat, string)[])[(AudioFormat.Opus, "opus"), (AudioFormat.Mp3, "mp3")])
            {
                await FfmpegEncoder.EncodeAsync([.. samples], rate, format, FileOf(key, extension), metadata, CancellationToken.None);
            }

            // Written last: what has a json file is complete.
            var partial = FileOf(key, "json") + ".part";
            await File.WriteAllBytesAsync(partial, JsonSerializer.SerializeToUtf8Bytes(audio));
            File.Move(partial, FileOf(key, "json"), overwrite: true);
            return audio;
        }
        catch (IOException e)
        {
            throw new VoiceException($"The sound could not be kept: {e.Message}", e);
        }
        finally
        {
            s_synthesizing.Release();
        }
    }

    private async Task<NarrationAudio?> ReadAsync(string key, CancellationToken cancel)
    {
        var path = FileOf(key, "json");
        if (!File.Exists(path) || PathOf(key, AudioFormat.Opus) is null || PathOf(key, AudioFormat.Mp3) is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<NarrationAudio>(await File.ReadAllBytesAsync(path, cancel));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Milliseconds(int samples, int rate) => (int)(samples * 1_000L / rate);

    private string FileOf(string key, string extension) => Path.Combine(folder, key[..2], $"{key}.{extension}");

    private static string KeyOf(Narration narration, string engine, string voice)
    {
        var text = new StringBuilder().Append(RecipeVersion).Append('\n').Append(engine).Append('\n').Append(voice).Append('\n').Append(narration.Language.Code);
        foreach (var sentence in narration.Sentences)
        {
            text.Append('\n').Append(sentence.Section).Append('\t').Append(sentence.Spoken);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
