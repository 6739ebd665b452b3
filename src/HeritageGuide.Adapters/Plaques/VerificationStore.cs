using System.Text.Json;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>Keeps the latest verification as a file, so that it outlives a restart.</summary>
public sealed class VerificationStore(string path)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);
    private VerificationReport? _latest;

    /// <summary>The latest report; null where there is none that can be read.</summary>
    public VerificationReport? Latest => _latest ??= Read();

    public void Keep(VerificationReport report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(report, s_json));
        _latest = report;
    }

    private VerificationReport? Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<VerificationReport>(File.ReadAllBytes(path), s_json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
