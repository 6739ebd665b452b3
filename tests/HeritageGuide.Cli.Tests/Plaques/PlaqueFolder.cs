namespace HeritageGuide.Cli.Tests.Plaques;

/// <summary>A corpus of one dossier whose register of plaques tests may write.</summary>
internal sealed class PlaqueFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("heritage-plaques");

    public PlaqueFolder()
    {
        var source = Path.Combine(Root(), "corpus");
        foreach (var file in (string[])["dossiers/tam-vu/dossier.yaml", "dossiers/tam-vu/text.vi.md", "dossiers/tam-vu/text.en.md", "tours/quoc-lo-61.yaml"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Corpus, file))!);
            File.Copy(Path.Combine(source, file), Path.Combine(Corpus, file));
        }
    }

    public string Corpus => Path.Combine(_folder.FullName, "corpus");

    public string Register => Path.Combine(Corpus, "plaques.tsv");

    public string Out => Path.Combine(_folder.FullName, "out");

    public Task<(int Code, string Output)> RunAsync(params string[] arguments) => Heritage.RunAsync(
        new() { ["HERITAGE_CORPUS"] = Corpus, ["HERITAGE_DATA"] = Path.Combine(_folder.FullName, "data"), ["HERITAGE_PUBLIC_URL"] = "https://disan.example.vn" }, ["plaques", .. arguments]);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HeritageGuide.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
