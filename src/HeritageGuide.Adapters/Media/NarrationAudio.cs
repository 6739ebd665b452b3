namespace HeritageGuide.Adapters.Media;

/// <summary>A narration as sound: its files and when each sentence is said.</summary>
/// <param name="Key">Hash of everything that the sound depends on; equal keys mean equal sound.</param>
/// <param name="Engine">The engine that spoke; <see cref="Human"/> for a recording of a person.</param>
/// <param name="Voice">The voice that spoke, or the person's name.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="Times">Start and end of each sentence in milliseconds; empty where they are not known.</param>
public sealed record NarrationAudio(string Key, string Engine, string Voice, int DurationMs, IReadOnlyList<SentenceTime> Times)
{
    /// <summary>Engine of a recording, and the voice by which it is asked for.</summary>
    public const string Human = "human";

    /// <summary>The person who reads; null for a synthetic voice.</summary>
    public Reader? Reader { get; init; }
}

/// <summary>A person who reads a narration.</summary>
/// <param name="By">The name, as the person wishes to be named.</param>
/// <param name="Licence">Under which licence the recording may be used; null where none was told.</param>
/// <param name="On">ISO date on which it was added.</param>
public sealed record Reader(string By, string? Licence, string On);

/// <summary>When a sentence is said, in milliseconds from the start.</summary>
public sealed record SentenceTime(int StartMs, int EndMs);

/// <summary>The encodings in which a narration is kept.</summary>
public enum AudioFormat
{
    /// <summary>Opus in Ogg, 24 kbit/s: the smallest.</summary>
    Opus,

    /// <summary>The same in WebM with its index in front: a browser plays it from the first bytes on, where it wants the whole of an Ogg file first.</summary>
    WebM,

    /// <summary>MP3, 32 kbit/s: for devices without Opus, and for loudspeakers.</summary>
    Mp3,
}
