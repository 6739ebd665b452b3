using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Adapters.Corpus;

/// <summary>What was read from a corpus folder.</summary>
/// <param name="Dossiers">The dossiers that could be read (where hashes were given, only those that differ from them).</param>
/// <param name="Shared">What the dossiers share.</param>
/// <param name="Findings">What keeps the others from being read.</param>
/// <param name="Ids">Ids of all dossiers that have a folder, readable or not.</param>
public sealed record CorpusReading(
    IReadOnlyList<Dossier> Dossiers, SharedCorpus Shared, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Ids);

/// <summary>Reads the corpus folder of the design's format. One broken dossier keeps out itself alone.</summary>
public static class CorpusReader
{
    /// <param name="root">The corpus folder.</param>
    /// <param name="known">Hashes of dossiers that need not be read again, by id.</param>
    /// <param name="progress">Told how many of how many folders were read.</param>
    public static CorpusReading Read(string root, IReadOnlyDictionary<string, string>? known = null, Action<int, int>? progress = null)
    {
        var findings = new List<Finding>();
        var dossiers = new List<Dossier>();
        var folder = Path.Combine(root, "dossiers");
        if (!Directory.Exists(folder))
        {
            findings.Add(new Finding(Severity.Error, root, 1, "there is no folder 'dossiers' here.", "Point HERITAGE_CORPUS at the corpus."));
            return new CorpusReading([], SharedCorpus.Empty, findings, []);
        }

        var folders = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < folders.Count; i++)
        {
            progress?.Invoke(i, folders.Count);
            var id = Path.GetFileName(folders[i]);
            try
            {
                var questions = Path.Combine(root, "questions", id + ".yaml");
                if (known is null || known.GetValueOrDefault(id) != DossierReader.HashOf(folders[i], questions))
                {
                    dossiers.Add(DossierReader.Read(folders[i], questions));
                }
            }
            catch (CorpusException e)
            {
                findings.Add(e.Finding);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException or System.Text.DecoderFallbackException)
            {
                findings.Add(new Finding(Severity.Error, $"dossiers/{id}", 1, $"the dossier cannot be read: {e.Message}", "Check that its files are readable UTF-8 text."));
            }
        }

        return new CorpusReading(dossiers, SharedReader.Read(root, findings), findings, [.. folders.Select(f => Path.GetFileName(f)!)]);
    }
}
