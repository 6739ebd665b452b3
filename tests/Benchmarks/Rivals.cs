using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Benchmarks;

/// <summary>
/// The guide's search and others' over the same passages in one run. A question is some words of one passage, in its order: recall is how often
/// that passage is among the first ten.
/// </summary>
internal static class Rivals
{
    private const int Questions = 300;
    private const int WordsOfEachSentence = 3;

    private sealed record Text(string id, string text);

    private sealed record Asked(string text, string gold);

    public static async Task RunAsync(int count)
    {
        var options = GuideOptions.From(Environment.GetEnvironmentVariable);
        var embedder = TableEmbedder.Load(Path.Combine(options.Models, "embedding"));
        var reading = CorpusReader.Read(options.Corpus);
        var passages = SyntheticPassages.Make(SyntheticPassages.SentencesOf(new Library(reading.Dossiers, reading.Shared), "vi", "en"), count);
        var asked = Ask(passages);
        var folder = Directory.CreateTempSubdirectory("heritage-rivals").FullName;
        try
        {
            await OursAsync(passages, asked, embedder, Path.Combine(folder, "ours"));
            Write(folder, "passages.jsonl", passages.Select(p => new Text(p.Id, p.Text)));
            Write(folder, "questions.jsonl", asked);
            Write(folder, "vectors.f32", passages.Select(p => p.Text), embedder);
            Write(folder, "questions.f32", asked.Select(a => a.text), embedder);
            var scripts = Path.Combine(options.Corpus, "..", "tests", "Benchmarks", "rivals");
            await RunAsync("npm", "install", "--prefix", scripts, "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error");
            await RunAsync("node", "--max-old-space-size=12000", Path.Combine(scripts, "rivals.mjs"), folder);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Asked> Ask(List<Passage> passages)
    {
        var chance = new Random(7);
        return
        [
            .. Enumerable.Range(0, Questions).Select(_ =>
            {
                var passage = passages[chance.Next(passages.Count)];
                var words = WordReader.Read(passage.Text).Select(w => passage.Text.Substring(w.Start, w.Length)).ToArray();
                var kept = Enumerable.Range(0, words.Length).OrderBy(_ => chance.Next()).Take(3 * WordsOfEachSentence).Order().Select(i => words[i]);
                return new Asked(string.Join(' ', kept), passage.Id);
            }),
        ];
    }

    private static async Task OursAsync(List<Passage> passages, List<Asked> asked, TableEmbedder embedder, string folder)
    {
        using var index = new SqlitePassageIndex(folder, embedder);
        var clock = Stopwatch.StartNew();
        await index.RebuildAsync(passages, "rivals", null, default);
        var rate = passages.Count / clock.Elapsed.TotalSeconds;
        var retriever = new HybridRetriever(index, embedder, ["vi"]);
        await ReportAsync("HeritageGuide (words)", asked, rate, async q =>
            [.. (await index.SearchAsync(new PassageQuery([.. SearchTerms.Of(q).Distinct()], null, null, null, null, 10), default)).Select(h => h.Passage.Id)]);
        await ReportAsync("HeritageGuide (words and vectors, fused)", asked, rate, async q =>
            [.. (await index.SearchAsync(new PassageQuery([.. SearchTerms.Of(q).Distinct()], embedder.Embed(q).Vector, null, null, null, 10), default)).Select(h => h.Passage.Id)]);
        await ReportAsync("HeritageGuide (the same, 50 ranked by late interaction)", asked, rate, async q =>
            [.. (await retriever.RetrieveAsync(new RetrievalRequest(q, null, null, null, 10), default)).Select(f => f.Passage.Id)]);
    }

    private static async Task ReportAsync(string name, List<Asked> asked, double rate, Func<string, Task<List<string>>> search)
    {
        var (times, found) = (new List<double>(), 0);
        foreach (var question in asked.Take(50))
        {
            await search(question.text);
        }

        foreach (var question in asked)
        {
            var start = Stopwatch.GetTimestamp();
            var ids = await search(question.text);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += ids.Contains(question.gold) ? 1 : 0;
        }

        times.Sort();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            name, recall = Math.Round((double)found / asked.Count, 3), p50 = Math.Round(times[times.Count / 2], 2), p95 = Math.Round(times[(int)(times.Count * 0.95)], 2),
            indexed = Math.Round(rate), mebibytes = Environment.WorkingSet / 1_048_576,
        }));
    }

    private static void Write<T>(string folder, string name, IEnumerable<T> rows) => File.WriteAllLines(Path.Combine(folder, name), rows.Select(r => JsonSerializer.Serialize(r)));

    private static void Write(string folder, string name, IEnumerable<string> texts, TableEmbedder embedder)
    {
        using var file = File.Create(Path.Combine(folder, name));
        foreach (var text in texts)
        {
            file.Write(MemoryMarshal.AsBytes(embedder.Embed(text).Vector.AsSpan()));
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException($"{program} is missing.");
        await process.WaitForExitAsync();
    }
}
