namespace HeritageGuide.Adapters.Media;

/// <summary>A narration as sound: its files and when each sentence is said.</summary>
/// <param name="Key">Hash of everything that the sound depends on; equal keys mean equal sound.</param>
/// <param name="Engine">The engine that spoke.</param>
/// <param name="Voice">The voice that spoke.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="Times">Start and end of each sentence in milliseconds.</param>
public sealed record NarrationAudio(string Key, string Engine, string Voice, int DurationMs, IReadOnlyList<SentenceTime> Times);

/// <summary>When a sentence is said, in milliseconds from the start.</summary>
public sealed record SentenceTime(int StartMs, int EndMs);

/// <summary>The encodings in which a narration is kept.</summary>
public enum AudioFormat
{
    /// <summary>Opus in Ogg, 24 kbit/s: the smallest.</summary>
    Opus,

    /// <summary>MP3, 32 kbit/s: for devices without Opus, and for loudspeakers.</summary>
    Mp3,
}
