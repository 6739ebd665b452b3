using HeritageGuide.Adapters.Models;

namespace HeritageGuide.Adapters;

/// <summary>Where the guide keeps and finds things; environment variables win over <c>appsettings.json</c>.</summary>
public sealed record GuideOptions
{
    /// <summary>Everything that the guide writes lies under this folder (<c>HERITAGE_DATA</c>).</summary>
    public required string Data { get; init; }

    /// <summary>The corpus that is imported on start (<c>HERITAGE_CORPUS</c>).</summary>
    public required string Corpus { get; init; }

    /// <summary>The models that ship with the guide (<c>HERITAGE_MODELS</c>).</summary>
    public required string Models { get; init; }

    /// <summary>Where models are pulled from instead of their source (<c>HERITAGE_MODEL_MIRROR</c>).</summary>
    public string? ModelMirror { get; init; }

    /// <summary>The assembly that runs pulled models (<c>HERITAGE_ONNXRUNTIME</c>).</summary>
    public string ModelRuntime { get; init; } = "";

    /// <summary>The prompts of language models (<c>HERITAGE_PROMPTS</c>).</summary>
    public string Prompts { get; init; } = "prompts";

    /// <summary>The address printed on plaques (<c>HERITAGE_PUBLIC_URL</c>), such as <c>https://disan.example.vn</c>.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>Key of the curators' calls (<c>HERITAGE_CURATION_KEY</c>); empty closes them.</summary>
    public string CurationKey { get; init; } = "";

    /// <summary>When the plaques are verified each night (<c>HERITAGE_PLAQUE_CHECK</c>): <c>02:30</c> local time, <c>02:30Z</c> UTC; empty turns it off.</summary>
    public string PlaqueCheck { get; init; } = "02:30";

    /// <summary>Reads the settings; folders default to those beside the solution or the program.</summary>
    public static GuideOptions From(Func<string, string?> setting)
    {
        var root = FindRoot();
        return new GuideOptions
        {
            Data = Path.GetFullPath(setting("HERITAGE_DATA") ?? Path.Combine(root, "data")),
            Corpus = Path.GetFullPath(setting("HERITAGE_CORPUS") ?? Path.Combine(root, "corpus")),
            Models = Path.GetFullPath(setting("HERITAGE_MODELS") ?? Path.Combine(root, "models")),
            Prompts = Path.GetFullPath(setting("HERITAGE_PROMPTS") ?? Path.Combine(root, "prompts")),
            ModelMirror = setting("HERITAGE_MODEL_MIRROR"),
            ModelRuntime = setting("HERITAGE_ONNXRUNTIME") is { Length: > 0 } runtime ? Path.GetFullPath(runtime) : FindRuntime(root),
            PublicUrl = (setting("HERITAGE_PUBLIC_URL") ?? "http://localhost:5080").TrimEnd('/'),
            CurationKey = setting("HERITAGE_CURATION_KEY") ?? "",
            PlaqueCheck = setting("HERITAGE_PLAQUE_CHECK") ?? "02:30",
        };
    }

    /// <summary>The models on this machine.</summary>
    public ModelStore ModelStore() => new(Models, Path.Combine(Data, "models"));

    // Beside a published guide, else where a build in the repository leaves it.
    private static string FindRuntime(string root)
    {
        const string name = "HeritageGuide.OnnxRuntime.dll";
        var published = Path.Combine(AppContext.BaseDirectory, "onnxruntime", name);
        return File.Exists(published) ? published : Path.Combine(root, "src", "HeritageGuide.OnnxRuntime", "bin", "Release", "net10.0", name);
    }

    private static string FindRoot()
    {
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "corpus", "dossiers")))
                {
                    return folder.FullName;
                }
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
