using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Adapters.Publishing;

/// <summary>What an import did.</summary>
public sealed record ImportReport(int Imported, int Unchanged, IReadOnlyList<Finding> Findings, SharedCorpus Shared)
{
    public int Errors => Findings.Count(f => f.Severity == Severity.Error);
}

/// <summary>Brings the corpus folder into the store. A broken dossier keeps out itself alone; its published version stays.</summary>
public sealed class CorpusImporter(IDossierStore store)
{
    public async Task<ImportReport> ImportAsync(string corpus, string importedBy, Action<int, int>? progress, CancellationToken cancel)
    {
        var known = await store.PublishedHashesAsync(cancel);
        var reading = CorpusReader.Read(corpus, known, progress);
        var findings = reading.Findings.ToList();
        var imported = 0;
        foreach (var dossier in reading.Dossiers)
        {
            var faults = DossierCheck.Structure(dossier).ToList();
            findings.AddRange(faults);
            if (faults.All(f => f.Severity != Severity.Error) && await store.ImportAsync(dossier, importedBy, cancel))
            {
                imported++;
            }
        }

        return new ImportReport(imported, reading.Ids.Count(known.ContainsKey) - reading.Dossiers.Count(d => known.ContainsKey(d.Id)), findings, reading.Shared);
    }
}
