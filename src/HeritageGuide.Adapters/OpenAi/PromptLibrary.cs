namespace HeritageGuide.Adapters.OpenAi;

/// <summary>The prompt files of a folder, read once each.</summary>
public sealed class PromptLibrary(string folder)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, PromptFile> _files = new();

    /// <summary>The prompt of that name; throws and names the file where it is missing.</summary>
    public PromptFile Find(string name) => _files.GetOrAdd(name, n => PromptFile.Load(Path.Combine(folder, n + ".yaml")));
}
