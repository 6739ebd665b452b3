using System.Diagnostics;
using System.Security.Cryptography;
using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Training;

/// <summary>Trains the embedding table and writes it as ONNX with its vocabulary. Same data, same seed, same steps: same bytes.</summary>
internal static class EmbeddingTraining
{
    private const int Seed = 20_261_127;
    private const float FirstRate = 0.02f;
    private const float LastRate = 0.0006f;

    public static int Run(TrainingOptions options)
    {
        var pairs = TrainingPairs.Read(options);
        Console.WriteLine($"{pairs.Groups} groups; counting features …");
        var (features, frequencies, texts) = VocabularyCount.Choose(pairs.AllTexts, options.Vocabulary);
        var vocabulary = new FeatureVocabulary(features);
        var table = new TrainedTable(vocabulary, frequencies, texts, new Random(Seed), options.Threads);
        var batches = new TrainingBatches(pairs, vocabulary, Seed + 1, options.Threads);
        var clock = Stopwatch.StartNew();
        var step = 0;
        var loss = 0.0;
        var steps = options.Steps;
        while (step < steps)
        {
            var batch = batches.Next();
            var rate = LastRate + (FirstRate - LastRate) * (1 - (float)step / steps);
            loss = 0.98 * loss + 0.02 * table.Step(batch, rate);
            step++;
            if (step % 200 == 0)
            {
                Console.WriteLine($"step {step}/{steps} loss {loss:F3} {clock.Elapsed.TotalSeconds:F0} s");
                if (clock.Elapsed.TotalMinutes > options.Minutes)
                {
                    Console.WriteLine("time is up before the last step: fewer --steps would end with a falling rate");
                    break;
                }
            }
        }

        var folder = Path.Combine(options.Output, "embedding");
        Directory.CreateDirectory(folder);
        var onnx = EmbeddingTable.Quantize(table.Values, TrainedTable.Dimensions).ToOnnx();
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), onnx);
        File.WriteAllText(Path.Combine(folder, "vocabulary.txt"), string.Join('\n', features) + "\n");
        Console.WriteLine($"wrote {folder}/model.onnx, {onnx.Length:N0} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(onnx))}, {clock.Elapsed.TotalMinutes:F1} min");
        return 0;
    }
}
