using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Benchmarks;

/// <summary>Searches an index that another process built.</summary>
internal static class OpenedIndex
{
    private const int Questions = 300;

    public static async Task MeasureAsync(string folder)
    {
        var options = GuideOptions.From(Environment.GetEnvironmentVariable);
        var embedder = TableEmbedder.Load(Path.Combine(options.Models, "embedding"));
        var reading = CorpusReader.Read(options.Corpus);
        string[] questions = [.. new Library(reading.Dossiers, reading.Shared).Stops.SelectMany(s => s.Questions.Values).SelectMany(q => q)];
        reading = null;
        var before = GC.GetTotalMemory(true);
        using var index = new SqlitePassageIndex(folder, embedder);
        var retriever = new HybridRetriever(index, embedder, ["vi"]);
        var count = (await index.StatusAsync(default)).Passages;

        // The first questions wait for the compiler and for the disk.
        foreach (var question in questions.TakeLast(100))
        {
            await retriever.RetrieveAsync(new RetrievalRequest(question, null, null, null, 10), default);
        }

        Timings.Report($"{count:N0} passages: search with rerank", questions.Take(Questions), q => retriever.RetrieveAsync(new RetrievalRequest(q, null, null, null, 10), default).GetAwaiter().GetResult());
        Console.WriteLine($"{count:N0} passages: {(GC.GetTotalMemory(true) - before) / 1_048_576} MiB of the heap; the process {Environment.WorkingSet / 1_048_576} MiB resident, with model, corpus, and what of the file is mapped");
    }
}
