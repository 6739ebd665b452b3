using System.Text.Json;

namespace HeritageGuide.Adapters.Media;

/// <summary>Keeps sound under its key: one file a form and a description, which is written last, so what has one is complete.</summary>
internal sealed class AudioShelf(string folder)
{
    private static readonly (AudioFormat Format, string Extension)[] s_forms = [(AudioFormat.Opus, "opus"), (AudioFormat.WebM, "webm"), (AudioFormat.Mp3, "mp3")];

    /// <summary>The kept file; null where there is none.</summary>
    public string? PathOf(string key, AudioFormat format)
    {
        var path = FileOf(key, s_forms.First(f => f.Format == format).Extension);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Whether the sound is kept whole.</summary>
    public bool Has(string key) => File.Exists(FileOf(key, "json")) && s_forms.All(f => PathOf(key, f.Format) is not null);

    /// <summary>What is kept; null where it is not whole.</summary>
    public NarrationAudio? Read(string key)
    {
        if (!Has(key))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<NarrationAudio>(File.ReadAllBytes(FileOf(key, "json")));
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Encodes and keeps the sound.</summary>
    public async Task KeepAsync(NarrationAudio audio, AudioSource source, double gain, IReadOnlyDictionary<string, string> metadata, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(audio.Key, "json"))!);
        await FfmpegEncoder.EncodeAsync(source, gain, s_forms.ToDictionary(f => f.Format, f => FileOf(audio.Key, f.Extension)), metadata, cancel);
        WholeFile.Write(FileOf(audio.Key, "json"), JsonSerializer.SerializeToUtf8Bytes(audio));
    }

    public void Remove(string key)
    {
        foreach (var extension in s_forms.Select(f => f.Extension).Prepend("json"))
        {
            File.Delete(FileOf(key, extension));
        }
    }

    private string FileOf(string key, string extension) => Path.Combine(folder, key[..2], $"{key}.{extension}");
}
