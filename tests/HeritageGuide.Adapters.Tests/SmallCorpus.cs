namespace HeritageGuide.Adapters.Tests;

/// <summary>A corpus of one dossier with one stop of two sentences, in a folder of its own: quick to load, and free to be changed.</summary>
internal sealed class SmallCorpus : IDisposable
{
    public const string Stop = "gate-stop";
    public static readonly string[] Sentences = ["The gate stands by the water.", "It was built of wood."];
    public const string Described = "Two posts carry a roof.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("heritage-small");

    public SmallCorpus()
    {
        Write("dossiers/gate/dossier.yaml", """
            id: gate
            kind: relic
            names: {vi: Cổng nước, en: The water gate}
            claims:
            - {id: gate-f1, vi: Cổng ở bên nước và bằng gỗ., en: The gate stands by the water and was built of wood; two posts carry a roof., standing: agreed, sources: [S1]}
            sources:
            - {id: S1, title: A made-up source for tests, publisher: Tests, year: 2020}
            stops:
            - slug: gate-stop
              code: 7KQ4M
              title: {vi: Cổng, en: The gate}
              sections: [story]
              description: seen
            """);
        Tell(Sentences);
        Write("dossiers/gate/text.km.md", "---\nlang: km\nreview: {status: draft, origin: ai}\n---\n# ទ្វារ\n\n## ទ្វារ {#story}\nទ្វារនៅក្បែរទឹក។ [gate-f1]\n\n## ឃើញ {#seen}\nសសរពីរ។ [gate-f1]\n");
        Lexicon("{}");
    }

    public string Corpus => Path.Combine(_folder.FullName, "corpus");

    public string Data => Path.Combine(_folder.FullName, "data");

    public static string Root { get; } = FindRoot();

    /// <summary>Settings under which a program uses this corpus.</summary>
    public Dictionary<string, string> Settings => new() { ["HERITAGE_CORPUS"] = Corpus, ["HERITAGE_DATA"] = Data, ["HERITAGE_MODELS"] = Path.Combine(Root, "models") };

    /// <summary>Writes the English text anew.</summary>
    public void Tell(params string[] sentences) => Write(
        "dossiers/gate/text.en.md",
        $"---\nlang: en\nreview: {{status: draft, origin: ai}}\n---\n# The water gate\n\n## The gate {{#story}}\n{string.Concat(sentences.Select(s => s + " [gate-f1]\n"))}\n## Seen {{#seen}}\n{Described} [gate-f1]\n");

    /// <summary>Writes how English words are spoken.</summary>
    public void Lexicon(string yaml) => Write("lexicon.en.yaml", yaml);

    public string FileOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(Corpus, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HeritageGuide.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
