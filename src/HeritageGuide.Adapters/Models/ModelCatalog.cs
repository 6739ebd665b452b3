using System.Text.Json;

namespace HeritageGuide.Adapters.Models;

/// <summary>The models of <c>models.json</c>.</summary>
/// <param name="Source">Address before repository, revision and path.</param>
/// <param name="Models">Every model.</param>
public sealed record ModelCatalog(string Source, IReadOnlyList<ModelEntry> Models)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads <c>models.json</c> of a folder.</summary>
    /// <exception cref="ModelException">It is missing, broken, or names a file outside its model's folder.</exception>
    public static ModelCatalog Load(string folder)
    {
        var path = Path.Combine(folder, "models.json");
        try
        {
            var catalog = JsonSerializer.Deserialize<ModelCatalog>(File.ReadAllBytes(path), s_json)!;
            return catalog.Models.SelectMany(m => m.Files.Select(f => f.Name).Append(m.Id)).FirstOrDefault(n => n != Path.GetFileName(n) || n.StartsWith('.')) is { } astray
                ? throw new ModelException($"{path}: '{astray}' is not a plain file name.")
                : catalog;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new ModelException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The model of that id.</summary>
    /// <exception cref="ModelException">There is none; the message lists those that there are.</exception>
    public ModelEntry Find(string id) => Models.FirstOrDefault(m => m.Id == id)
        ?? throw new ModelException($"No model is called '{id}'. There are: {string.Join(", ", Models.Select(m => m.Id))}.");

    /// <summary>Where a file is published; a mirror takes the place of the source.</summary>
    public Uri AddressOf(ModelEntry model, ModelFile file, string? mirror) =>
        new($"{(string.IsNullOrEmpty(mirror) ? Source : mirror).TrimEnd('/')}/{file.Repository ?? model.Repository}/resolve/{file.Revision ?? model.Revision}/{file.Path}");
}
