using System.Text.Json;
using System.Text.RegularExpressions;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Recordings;

/// <summary>
/// Keeps what people have read aloud, one recording a stop and language: <c>&lt;slug&gt;.&lt;lang&gt;.json</c> names its sound, and is written last. A recording is
/// played only as long as the text says what was read.
/// </summary>
public sealed partial class RecordingStore(string folder, TimeProvider clock)
{
    private const int LongestName = 200;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly AudioShelf _shelf = new(Path.Combine(folder, "audio"));

    /// <summary>All recordings, by stop and language.</summary>
    public IReadOnlyList<Recording> All() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<Recording>()]
        : [];

    /// <summary>The recording of exactly this narration; null where there is none, or the text has changed since.</summary>
    public NarrationAudio? Find(Narration narration) =>
        Read(PathOf(narration.Stop.Slug, narration.Language)) is { } recording && Says(recording, narration) ? _shelf.Read(recording.Key) : null;

    /// <summary>Whether the recording still says what the narration says.</summary>
    public static bool Says(Recording recording, Narration narration) => recording.TextHash == SoundFile.TextHashOf(narration);

    /// <summary>Takes a recording, in place of the one that was there.</summary>
    /// <param name="narration">The text that was read.</param>
    /// <param name="file">The sound file.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="licence">Under which licence; null where none is told.</param>
    /// <param name="vtt">A WebVTT file with the sentences' times; null where they are not known.</param>
    /// <param name="cancel">Stops the work; nothing half-made is kept.</param>
    /// <exception cref="RecordingException">The file cannot be taken.</exception>
    /// <exception cref="VoiceException">ffmpeg is missing or failed.</exception>
    public async Task<Recording> AddAsync(Narration narration, string file, string by, string? licence, string? vtt, CancellationToken cancel)
    {
        var (reader, terms) = (Line(by, "--by"), licence is null ? null : Line(licence, "--licence"));
        var path = PathOf(narration.Stop.Slug, narration.Language);
        Directory.CreateDirectory(folder);
        var (source, loudness) = await RecordingFile.CheckAsync(file, cancel);
        var duration = (int)loudness.Duration.TotalMilliseconds;
        var cues = vtt is null ? [] : WebVtt.ReadFile(vtt);
        IReadOnlyList<SentenceTime> times = vtt is null ? [] : CueAlignment.Align([.. narration.Sentences.Select(s => s.Text)], cues, duration);
        var (on, hash) = (IsoDay.Text(clock.GetUtcNow()), SoundFile.TextHashOf(narration));
        using var content = File.OpenRead(file);
        var digest = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content, cancel));
        var key = SoundFile.Hash([digest, reader, terms ?? "", hash, .. times.Select(t => t.ToString())]);
        var audio = new NarrationAudio(key, NarrationAudio.Human, reader, duration, times) { Reader = new Reader(reader, terms, on) };
        await _shelf.KeepAsync(audio, source, loudness.Gain, SoundFile.Metadata(narration, reader, $"Read by {reader}.{(terms is null ? "" : " " + terms)}"), cancel);
        var before = Read(path);
        var recording = new Recording(narration.Stop.Slug, narration.Language.Code, reader, terms, on, Path.GetFileName(file), hash, key, duration, times.Count > 0);
        WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(recording, Json));
        Forget(before);
        return recording;
    }

    /// <summary>Takes a recording out; the voices speak again. False where there is none.</summary>
    public bool Remove(string stop, LanguageTag language)
    {
        var path = PathOf(stop, language);
        if (!File.Exists(path))
        {
            return false;
        }

        var recording = Read(path);
        File.Delete(path);
        Forget(recording);
        return true;
    }

    internal string? PathOf(NarrationAudio audio, AudioFormat format) => _shelf.PathOf(audio.Key, format);

    private void Forget(Recording? recording)
    {
        if (recording is not null && All().All(r => r.Key != recording.Key))
        {
            _shelf.Remove(recording.Key);
        }
    }

    private string PathOf(string stop, LanguageTag language)
    {
        if (!Slug().IsMatch(stop))
        {
            throw new RecordingException($"'{stop}' is no stop.");
        }

        return Path.Combine(folder, $"{stop}.{language.Code}.json");
    }

    private static Recording? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Recording>(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    private static string Line(string text, string option) => text.Trim() is { Length: > 0 and <= LongestName } line && !line.Any(char.IsControl)
        ? line.Normalize()
        : throw new RecordingException($"{option} wants one line of up to {LongestName} letters.");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
