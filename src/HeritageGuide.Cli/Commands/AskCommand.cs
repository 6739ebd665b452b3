using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage ask "…"</c>: an answer with its proof.</summary>
internal static class AskCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var question = new Argument<string>("question");
        var language = new Option<string?>("--lang") { Description = "Language of the answer; the question's by default." };
        var stop = new Option<string?>("--stop") { Description = "Id of the dossier where the visitor stands." };
        var json = new Option<bool>("--json") { Description = "Print the whole answer as JSON." };
        var why = new Option<bool>("--why") { Description = "Show how the claims were ranked." };
        var command = new Command("ask", "Ask a question and see every sentence's proof.") { question, language, stop, json, why };
        command.SetAction(async (parse, cancel) =>
        {
            LanguageTag? tag = parse.GetValue(language) is { } code ? CliLanguage.Parse(code) : null;
            await using var services = GuideHost.Build();
            var guide = await GuideHost.LoadAsync(services, cancel);
            var answer = await guide.Answerer.AnswerAsync(new Question(parse.GetValue(question)!, tag, parse.GetValue(stop), []), cancel);
            if (parse.GetValue(why))
            {
                await ExplainAsync(guide.Kit, new Question(parse.GetValue(question)!, tag, parse.GetValue(stop), []), cancel);
            }

            if (parse.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(answer, s_json));
                return 0;
            }

            foreach (var sentence in answer.Sentences)
            {
                Console.WriteLine($"{sentence.Text} {string.Concat(sentence.Citations.Select(n => $"[{n}]"))}");
            }

            Console.WriteLine(answer.Notice);
            foreach (var citation in answer.Citations)
            {
                Console.WriteLine($"  [{citation.Number}] “{citation.Quote}” {citation.Passage} ({string.Join(", ", citation.Claims)}) {string.Join("; ", citation.Sources.Select(s => s.Teller()))}");
            }

            return 0;
        });
        return command;
    }

    private static async Task ExplainAsync(AnswerKit kit, Question question, CancellationToken cancel)
    {
        var ranked = await new EvidenceFinder(kit).RankAsync(question, question.Text, [], cancel);
        foreach (var (target, score) in ranked.Ranked.Take(8))
        {
            var features = ranked.Features[target].Select((f, i) => (Name: ClaimFeatures.Names[i], Value: f)).Where(f => Math.Abs(f.Value) > 0.2);
            Console.WriteLine($"{score,7:F2} {target}: {string.Join(", ", features.Select(f => $"{f.Name} {f.Value:F1}"))}");
        }

        Console.WriteLine("gate: " + string.Join(", ", ranked.Evidence.GateFeatures.ToArray().Zip(GateFeatures.Names).SkipLast(ClaimFeatures.Names.Length).Select(f => $"{f.Second} {f.First:F2}"))
            + $" → {new EvidenceGate(kit.Weights).Probability(ranked.Evidence.GateFeatures):F2}");
    }
}
