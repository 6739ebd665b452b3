using System.Collections.Concurrent;
using HeritageGuide.Adapters.Recordings;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>
/// Makes and keeps the sound of narrations: a person's recording where there is one, else the first voice that does not fail. Files are named by the hash
/// of what is said, by whom and how, so a changed text, lexicon or voice never plays an old file. Simultaneous first listeners wait for one synthesis.
/// </summary>
public sealed class NarrationStudio(string folder, VoiceChain voices, RecordingStore? recordings = null)
{
    private static readonly SemaphoreSlim s_synthesizing = new(4);
    private readonly AudioShelf _shelf = new(folder);
    private readonly ConcurrentDictionary<string, Lazy<Task<NarrationAudio>>> _underWay = new();
    private readonly ConcurrentDictionary<string, string> _failures = new();

    public NarrationStudio(string folder, IEnumerable<IVoice> voices)
        : this(folder, VoiceChain.Of(voices))
    {
    }

    /// <summary>What is wrong with the voices: their settings, and engines whose last sentence failed.</summary>
    public IReadOnlyList<string> Faults => [.. voices.Faults, .. _failures.Select(f => "voice: " + f.Value)];

    /// <summary>Names of the voices for a language, the default first; empty where no engine speaks it.</summary>
    public IReadOnlyList<string> VoicesFor(LanguageTag language) => voices.For(language).FirstOrDefault()?.VoicesFor(language) ?? [];

    /// <summary>The recording of a narration by a person, if there is one and it still says what the text says.</summary>
    public NarrationAudio? RecordingOf(Narration narration) => recordings?.Find(narration);

    /// <summary>Key of the sound that a listener is meant to hear: the recording's, else that of the first voice; null where there is neither.</summary>
    public string? KeyOf(Narration narration) => RecordingOf(narration)?.Key ?? Plan(narration)?.Key;

    /// <summary>What the first voice would speak; null where no voice speaks the language or there is nothing to say.</summary>
    public PlannedSound? Plan(Narration narration) => narration.Sentences.Count == 0 ? null : Choices(narration, null).FirstOrDefault();

    /// <summary>The sound of a narration, made now where it is not kept already; null where nobody speaks its language.</summary>
    /// <param name="narration">The narration.</param>
    /// <param name="voice">A voice's name, or <see cref="NarrationAudio.Human"/>; null for the recording, else the first voice.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <exception cref="VoiceException">Every engine failed; nothing half-made is kept.</exception>
    public async Task<NarrationAudio?> MakeAsync(Narration narration, string? voice, CancellationToken cancel)
    {
        if (narration.Sentences.Count == 0)
        {
            return null;
        }

        if (voice is null or NarrationAudio.Human && RecordingOf(narration) is { } recording)
        {
            return recording;
        }

        VoiceException? failure = null;
        foreach (var choice in Choices(narration, voice))
        {
            try
            {
                return await SpeakAsync(choice, cancel);
            }
            catch (VoiceException e)
            {
                failure = failure is null ? e : new VoiceException($"{failure.Message} {e.Message}", e);
            }
        }

        return failure is null ? null : throw failure;
    }

    /// <summary>The sound as planned, by that voice and no other.</summary>
    /// <exception cref="VoiceException">The engine failed; nothing half-made is kept.</exception>
    public async Task<NarrationAudio> SpeakAsync(PlannedSound sound, CancellationToken cancel)
    {
        if (_shelf.Read(sound.Key) is { } kept)
        {
            return kept;
        }

        // The synthesis is not cancelled with its first listener: others may wait for it.
        return await _underWay.GetOrAdd(sound.Key, _ => new Lazy<Task<NarrationAudio>>(() => SynthesizeAsync(sound))).Value.WaitAsync(cancel);
    }

    /// <summary>The kept file; null where there is none.</summary>
    public string? PathOf(NarrationAudio audio, AudioFormat format) => audio.Reader is null ? _shelf.PathOf(audio.Key, format) : recordings?.PathOf(audio, format);

    // The voice that was asked for, then the first voice of each engine.
    private IEnumerable<PlannedSound> Choices(Narration narration, string? asked)
    {
        var engines = voices.For(narration.Language);
        return engines.Where(v => asked is not null && v.VoicesFor(narration.Language).Contains(asked)).Take(1).Select(v => (Voice: v, Name: asked!))
            .Concat(engines.Select(v => (Voice: v, Name: v.VoicesFor(narration.Language)[0])))
            .Distinct()
            .Select(c => (c.Voice, c.Name, Key: SoundFile.KeyOf(narration, c.Voice, c.Name)))
            .Select(c => new PlannedSound(narration, c.Voice, c.Name, c.Key, _shelf.Has(c.Key)));
    }

    private async Task<NarrationAudio> SynthesizeAsync(PlannedSound sound)
    {
        await s_synthesizing.WaitAsync();
        try
        {
            var (narration, engine) = (sound.Narration, sound.Voice.Engine);
            var joined = JoinedSpeech.Of(narration.Sentences, await SayAsync(sound));
            var source = AudioSource.Of(joined.Samples, joined.Rate);
            var audio = new NarrationAudio(sound.Key, engine, sound.Name, joined.DurationMs, joined.Times);
            var loudness = await Loudness.MeasureAsync(source, CancellationToken.None);
            await _shelf.KeepAsync(audio, source, loudness.Gain, SoundFile.Metadata(narration, "HeritageGuide", $"Synthetic voice (AI): {engine}, {sound.Name}."), CancellationToken.None);
            _failures.TryRemove(engine, out _);
            return audio;
        }
        catch (Exception e) when (e is VoiceException or IOException or UnauthorizedAccessException)
        {
            _failures[sound.Voice.Engine] = e.Message;
            throw e as VoiceException ?? new VoiceException($"The sound could not be kept: {e.Message}", e);
        }
        finally
        {
            s_synthesizing.Release();
            _underWay.TryRemove(sound.Key, out _);
        }
    }

    // One sentence that fails stops the others: they would be paid for in vain.
    private static async Task<Speech[]> SayAsync(PlannedSound sound)
    {
        using var stop = new CancellationTokenSource();
        var sentences = sound.Narration.Sentences.Select(s => sound.Voice.SpeakAsync(s.Spoken, sound.Narration.Language, sound.Name, stop.Token)).ToList();
        await foreach (var sentence in Task.WhenEach(sentences))
        {
            if (!sentence.IsCompletedSuccessfully)
            {
                await stop.CancelAsync();
                await Task.WhenAll(sentences.Select(s => s.ContinueWith(_ => { }, TaskScheduler.Default)));
                await sentence;
            }
        }

        return await Task.WhenAll(sentences);
    }
}
