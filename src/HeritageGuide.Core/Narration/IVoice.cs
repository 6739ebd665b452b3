using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Narration;

/// <summary>
/// Speaks one sentence at a time, so that every sentence's start and end are exact. Safe to call from many threads.
/// </summary>
public interface IVoice
{
    /// <summary>The engine's name, as shown to visitors and written into the file.</summary>
    string Engine { get; }

    /// <summary>What else shapes the sound besides the voice's name (pace, model, format): part of a file's name, so that changed settings never play an old file.</summary>
    string Settings => "";

    /// <summary>What speaking costs; null where it is free.</summary>
    VoicePrice? Price => null;

    /// <summary>Names of the voices for a language, the default first; empty where it speaks none.</summary>
    IReadOnlyList<string> VoicesFor(LanguageTag language);

    /// <summary>Speaks the sentence.</summary>
    /// <param name="spoken">The sentence as <see cref="SpokenText"/> made it.</param>
    /// <param name="language">Its language.</param>
    /// <param name="voice">One of <see cref="VoicesFor"/>.</param>
    /// <param name="cancel">Stops the voice.</param>
    /// <exception cref="VoiceException">The engine is missing, failed or was killed.</exception>
    Task<Speech> SpeakAsync(string spoken, LanguageTag language, string voice, CancellationToken cancel);
}

/// <summary>Sound of one sentence: mono, 16-bit samples.</summary>
public sealed record Speech(short[] Samples, int SampleRate)
{
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}

/// <summary>A voice could not speak; the message says what to do.</summary>
public sealed class VoiceException(string message, Exception? inner = null) : Exception(message, inner);
