using System.Diagnostics;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Espeak;
using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Benchmarks;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

// Prints the figures of benchmarks.md that need no web server. Usage: dotnet run -c Release --project tests/Benchmarks [-- largest number of passages]
// or, beside other people's search: … -- rivals [number of passages]
if (args is ["rivals", ..])
{
    await Rivals.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    return;
}

if (args is ["open", var built])
{
    await OpenedIndex.MeasureAsync(built);
    return;
}

var largest = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
var options = GuideOptions.From(Environment.GetEnvironmentVariable);
var embedder = TableEmbedder.Load(Path.Combine(options.Models, "embedding"));

var clock = Stopwatch.StartNew();
var reading = CorpusReader.Read(options.Corpus);
Console.WriteLine($"corpus read: {reading.Dossiers.Count} dossiers in {clock.Elapsed.TotalSeconds:F2} s");
var library = new Library(reading.Dossiers, reading.Shared);

string[] questions = [.. library.Stops.SelectMany(s => s.Questions.Values).SelectMany(q => q)];
Timings.Report("query embedding", questions, q => embedder.Embed(q));

clock.Restart();
var kit = await AnswerKit.BuildAsync(library, embedder, HeritageGuideServices.ShippedWeights(options.Models), default);
Console.WriteLine($"cues: {kit.Cues.Cues.Count} indexed in {clock.Elapsed.TotalSeconds:F2} s");
var model = new LanguageModel([.. File.ReadAllBytes(Path.Combine(options.Models, "language", "latin.bin")).Select(b => (sbyte)b)]);
var answerer = new QuestionAnswerer(kit, new LanguageDetector(model));
for (var round = 0; round < 2; round++)
{
    Timings.Report(round == 0 ? "answer, cold" : "answer, warm", questions, q => answerer.AnswerAsync(new Question(q, null, null, []), default).GetAwaiter().GetResult());
}

var voice = new EspeakVoice();
clock.Restart();
var speech = await voice.SpeakAsync("Ngày mười chín tháng tư năm một nghìn chín trăm bốn mươi tám, khẩu pháo được đưa về căn cứ.", LanguageTag.Vietnamese, "south", default);
Console.WriteLine($"speech: {speech.Duration.TotalSeconds:F1} s of sound in {clock.Elapsed.TotalMilliseconds:F0} ms");

var sentences = SyntheticPassages.SentencesOf(library);
for (var count = 1_000; count <= largest; count *= 10)
{
    var passages = SyntheticPassages.Make(sentences, count);
    var folder = Directory.CreateTempSubdirectory("heritage-benchmark").FullName;
    using (var index = new SqlitePassageIndex(folder, embedder))
    {
        clock.Restart();
        await index.RebuildAsync(passages, "benchmark", null, default);
        Console.WriteLine($"{count:N0} passages: indexed in {clock.Elapsed.TotalSeconds:F1} s ({count / clock.Elapsed.TotalSeconds:F0}/s), {Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length) / 1_048_576.0:F0} MiB on disk");
    }

    // In a process of its own: what building leaves behind is no part of what searching takes.
    using (var opened = Process.Start("dotnet", [typeof(OpenedIndex).Assembly.Location, "open", folder]))
    {
        await opened.WaitForExitAsync();
    }

    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}
