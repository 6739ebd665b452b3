using System.CommandLine;
using System.Text.Json;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Cli.Evaluation;

/// <summary>
/// <c>heritage evaluate retrieval --dataset FOLDER</c>: questions in XQuAD-R's shape against the product's own index and ranking;
/// a sentence is right when it holds the answer's start (LAReQA's definition).
/// </summary>
internal static class RetrievalEvaluation
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>One row of the table; all figures are fractions of 1.</summary>
    public sealed record Row(string Unit, string Queries, bool Marks, string Pool, double Map, double R1, double R5, double R10, double Mrr10);

    public static Command Make()
    {
        var dataset = new Option<string>("--dataset") { Required = true, Description = "Folder with {lang}.json in XQuAD-R's shape." };
        var queries = new Option<string>("--queries") { Description = "Languages of the questions.", DefaultValueFactory = _ => "vi,en,zh" };
        var json = new Option<bool>("--json");
        var command = new Command("retrieval", "Measure retrieval of paragraphs and sentences, within and across languages.") { dataset, queries, json };
        command.SetAction(async (parse, cancel) =>
        {
            var folder = parse.GetValue(dataset)!;
            if (!Directory.Exists(folder))
            {
                throw new CliException($"There is no folder {folder}.");
            }

            var options = GuideOptions.From(Environment.GetEnvironmentVariable);
            var choice = EmbedderChoice.Open(EmbedderSetting.From(Environment.GetEnvironmentVariable, options.Models), options, TimeProvider.System);
            var embedder = choice.Missing is { } missing ? throw new CliException(missing) : choice.Wanted;
            await embedder.EmbedAsync(["a"], EmbeddedKind.Passage, cancel);
            var sets = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(XquadSet.Read).ToDictionary(s => s.Language);
            var rows = new List<Row>();
            foreach (var pool in Pools(sets.Keys))
            {
                rows.AddRange(await MeasureAsync(pool, sets, parse.GetValue(queries)!.Split(','), embedder, cancel));
            }

            Console.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(new { rows }, s_json)
                : string.Join('\n', rows.Select(r => $"{r.Unit,-10} {r.Queries}{(r.Marks ? " " : "*")} → {r.Pool,-9} mAP {r.Map:F3} R@1 {r.R1:F3} R@5 {r.R5:F3} R@10 {r.R10:F3} MRR@10 {r.Mrr10:F3}")));
            return 0;
        });
        return command;
    }

    private static IEnumerable<string[]> Pools(IEnumerable<string> languages)
    {
        var all = languages.Order(StringComparer.Ordinal).ToArray();
        return all.Select(l => (string[])[l]).Append(all);
    }

    private static async Task<List<Row>> MeasureAsync(
        string[] pool, Dictionary<string, XquadSet> sets, string[] queries, IEmbedder embedder, CancellationToken cancel)
    {
        var temporary = Directory.CreateTempSubdirectory("heritage-evaluate");
        try
        {
            var paragraphs = pool.SelectMany(l => sets[l].Paragraphs).ToList();
            var sentences = paragraphs.SelectMany(XquadSet.SentencesOf).ToList();
            using var paragraphIndex = new SqlitePassageIndex(Path.Combine(temporary.FullName, "p"), embedder);
            using var sentenceIndex = new SqlitePassageIndex(Path.Combine(temporary.FullName, "s"), embedder);
            await paragraphIndex.RebuildAsync(paragraphs, "paragraphs", null, cancel);
            await sentenceIndex.RebuildAsync(sentences, "sentences", null, cancel);
            var byParagraph = new HybridRetriever(paragraphIndex, embedder, pool);
            var bySentence = new SentenceRetriever(new HybridRetriever(sentenceIndex, embedder, pool));
            var rows = new List<Row>();
            foreach (var language in queries.Where(sets.ContainsKey))
            {
                foreach (var marks in language == "vi" ? (bool[])[true, false] : [true])
                {
                    var (forParagraph, forSentence) = (new Tally(), new Tally());
                    foreach (var question in sets[language].Questions)
                    {
                        var text = marks ? question.Text : VietnameseText.Fold(question.Text);
                        var found = await byParagraph.RetrieveAsync(new RetrievalRequest(text, null, null, null, HybridRetriever.Reranked), cancel);
                        forParagraph.Add([.. found.Select(f => f.Passage.Id)], [.. pool.Select(l => sets[l].ParagraphOf(question.Id))]);
                        forSentence.Add(await bySentence.RetrieveAsync(text, found, cancel), [.. pool.Select(l => sets[l].SentenceOf(question.Id))]);
                    }

                    rows.Add(forSentence.Row("sentence", language, marks, string.Join('+', pool)));
                    rows.Add(forParagraph.Row("paragraph", language, marks, string.Join('+', pool)));
                }
            }

            return rows;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            temporary.Delete(recursive: true);
        }
    }
}

/// <summary>Adds up ranks.</summary>
internal sealed class Tally
{
    private readonly List<double> _precision = [];
    private readonly List<int> _first = [];

    public void Add(IReadOnlyList<string> found, IReadOnlyList<string> right)
    {
        var (hits, sum, first) = (0, 0.0, int.MaxValue);
        for (var i = 0; i < found.Count; i++)
        {
            if (right.Contains(found[i]))
            {
                hits++;
                sum += (double)hits / (i + 1);
                first = Math.Min(first, i + 1);
            }
        }

        _precision.Add(sum / right.Count);
        _first.Add(first);
    }

    public RetrievalEvaluation.Row Row(string unit, string queries, bool marks, string pool) => new(
        unit, queries, marks, pool, Round(_precision.Average()), Within(1), Within(5), Within(10), Round(_first.Average(f => f <= 10 ? 1.0 / f : 0)));

    private double Within(int k) => Round((double)_first.Count(f => f <= k) / _first.Count);

    private static double Round(double value) => Math.Round(value, 4);
}
