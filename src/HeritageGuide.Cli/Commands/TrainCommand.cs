using System.CommandLine;
using System.Text.Json;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Cli.Training;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage train</c>: learns the weights of ranking and gate from the corpus' own questions.</summary>
internal static class TrainCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public static Command Make()
    {
        var command = new Command("train", "Learn the weights of ranking and evidence gate from the corpus' anticipated questions and gaps.");
        command.SetAction(async (_, cancel) =>
        {
            var options = GuideOptions.From(Environment.GetEnvironmentVariable);
            var reading = CorpusReader.Read(options.Corpus);
            var choice = EmbedderChoice.Open(EmbedderSetting.From(Environment.GetEnvironmentVariable, options.Models), options, TimeProvider.System);
            if (choice.Missing is { } missing)
            {
                throw new CliException(missing);
            }

            await choice.Wanted.EmbedAsync(["a"], EmbeddedKind.Passage, cancel);
            var kit = await AnswerKit.BuildAsync(
                new Library(reading.Dossiers, reading.Shared), choice.Wanted, RankingWeights.ByHand, cancel);
            var examples = await RankingExamples.CollectAsync(kit, cancel);
            var ranking = RankingFit.Learn(examples, Console.Out);
            var learned = await GateFit.LearnAsync(kit with { Weights = kit.Weights with { Ranking = ranking } }, examples, Console.Out, cancel);
            var weights = learned with { Note = $"learned from {examples.Count} questions held aside" };
            var path = choice.NeedsStandIn ? HeritageGuideServices.LearnedWeights(choice.Wanted, options) : Path.Combine(options.Models, "ranking", "weights.json");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(weights, s_json) + "\n", cancel);
            Console.WriteLine($"wrote {path}");
            return 0;
        });
        return command;
    }
}
