namespace HeritageGuide.Adapters.Recordings;

/// <summary>A recording of a stop's story, read by a person.</summary>
/// <param name="Stop">Slug of the stop.</param>
/// <param name="Language">Language code.</param>
/// <param name="By">Who reads.</param>
/// <param name="Licence">Under which licence; null where none was told.</param>
/// <param name="On">ISO date on which it was added.</param>
/// <param name="File">Name of the file that was given.</param>
/// <param name="TextHash">Hash of the text that was read; once the text says something else, the recording is no longer played.</param>
/// <param name="Key">Key of the sound.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="LightsSentences">Whether it is known when each sentence is said.</param>
public sealed record Recording(
    string Stop, string Language, string By, string? Licence, string On, string File, string TextHash, string Key, int DurationMs, bool LightsSentences);

/// <summary>A recording cannot be taken; the message says what to do.</summary>
public sealed class RecordingException(string message, Exception? inner = null) : Exception(message, inner);
