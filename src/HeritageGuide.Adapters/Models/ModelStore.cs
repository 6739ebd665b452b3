using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HeritageGuide.Adapters.Models;

/// <summary>What was found out about a pulled model's files, by name. Written when all of them are in place: without it a model is not used.</summary>
/// <param name="Revision">State of the repository that they came from.</param>
/// <param name="Files">Hash and size of each.</param>
public sealed record PulledModel(string Revision, Dictionary<string, PulledFile> Files);

/// <summary>One pulled file.</summary>
/// <param name="Published">True where the hash is a published one; false where the first download was trusted.</param>
public sealed record PulledFile(string Sha256, long Bytes, bool Published);

/// <summary>Models on this machine: those that ship with the guide and those that were pulled into its data.</summary>
public sealed class ModelStore(string shipped, string pulled)
{
    private const string RecordName = "pulled.json";
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string FolderOf(ModelEntry model) => model.Ships is { } ships ? Path.Combine(shipped, ships) : Path.Combine(pulled, model.Id);

    /// <summary>What is known of a pulled model; null where it is not complete.</summary>
    public PulledModel? RecordOf(ModelEntry model)
    {
        var path = Path.Combine(FolderOf(model), RecordName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<PulledModel>(File.ReadAllBytes(path), s_json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All files are there in the sizes in which they were pulled.</summary>
    public bool IsReady(ModelEntry model)
    {
        var folder = FolderOf(model);
        var record = RecordOf(model);
        return model.Files.All(f => new FileInfo(Path.Combine(folder, f.Name)) is { Exists: true } file
            && (model.Ships is not null || record?.Revision == model.Revision && record.Files.GetValueOrDefault(f.Name)?.Bytes == file.Length));
    }

    /// <summary>Identity of the model's vectors: its weights and everything else that shapes them.</summary>
    public string IdentityOf(ModelEntry model)
    {
        var hashes = model.Files.Select(f => RecordOf(model)?.Files.GetValueOrDefault(f.Name)?.Sha256 ?? f.Sha256);
        var recipe = string.Join('|', [.. hashes, model.Tokenizer, model.Pooling, model.QueryPrefix, model.PassagePrefix, model.MaxTokens.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return $"{model.Id}@{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe)))[..12]}";
    }

    /// <summary>Notes that a model is complete.</summary>
    public void Record(ModelEntry model, PulledModel record) =>
        WholeFile.Write(Path.Combine(FolderOf(model), RecordName), JsonSerializer.SerializeToUtf8Bytes(record, s_json));

    /// <summary>Compares every file with its hash; one finding for each that is not as it should be.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(ModelEntry model, CancellationToken cancel)
    {
        var findings = new List<string>();
        foreach (var file in model.Files)
        {
            var path = Path.Combine(FolderOf(model), file.Name);
            var expected = file.Sha256 ?? RecordOf(model)?.Files.GetValueOrDefault(file.Name)?.Sha256;
            if (!File.Exists(path))
            {
                findings.Add($"{file.Name} is missing");
            }
            else if (expected is null)
            {
                findings.Add($"{file.Name} was never recorded");
            }
            else if (await HashAsync(path, cancel) is var actual && actual != expected)
            {
                findings.Add($"{file.Name} has changed: SHA-256 is {actual}, expected {expected}");
            }
        }

        return findings;
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
