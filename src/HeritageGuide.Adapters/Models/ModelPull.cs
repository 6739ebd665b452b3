namespace HeritageGuide.Adapters.Models;

/// <summary>Brings a model onto this machine, file by file; it can be used when all are there.</summary>
public sealed class ModelPull(ModelCatalog catalog, ModelStore store, FileDownload download, string? mirror)
{
    /// <summary>Told of progress: file, bytes there, bytes in all (0 where unknown).</summary>
    public delegate void Progress(string file, long received, long total);

    /// <exception cref="ModelException">The files cannot be had, or are not the published ones.</exception>
    public async Task<PulledModel> RunAsync(ModelEntry model, Progress? progress, CancellationToken cancel)
    {
        if (model.Ships is not null)
        {
            throw new ModelException($"'{model.Id}' ships with the guide and need not be pulled.");
        }

        var folder = store.FolderOf(model);
        Directory.CreateDirectory(folder);
        RequireSpace(model, folder);
        var before = store.RecordOf(model);
        var files = new Dictionary<string, PulledFile>();
        foreach (var file in model.Files)
        {
            var path = Path.Combine(folder, file.Name);
            // What is published stays the measure; a first download is the measure for those after it only at the same revision.
            var expected = file.Sha256 ?? (before?.Revision == model.Revision ? before.Files.GetValueOrDefault(file.Name)?.Sha256 : null);
            var there = File.Exists(path) && expected is not null ? await ModelStore.HashAsync(path, cancel) : null;
            if (there is null || there != expected)
            {
                there = await download.FetchAsync(catalog.AddressOf(model, file, mirror), path, expected, (n, all) => progress?.Invoke(file.Name, n, all), cancel);
            }

            files[file.Name] = new PulledFile(there, new FileInfo(path).Length, file.Sha256 is not null);
        }

        var record = new PulledModel(model.Revision, files);
        store.Record(model, record);
        return record;
    }

    private static void RequireSpace(ModelEntry model, string folder)
    {
        var there = Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length);
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        if (model.Bytes - there > free)
        {
            throw new ModelException($"'{model.Id}' needs {(model.Bytes - there) / 1_000_000} MB in {folder}; {free / 1_000_000} MB are free.");
        }
    }
}
