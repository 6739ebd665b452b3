using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Evaluation;

/// <summary><c>heritage evaluate answers FILE</c>: asks every question of a JSON-lines file and scores outcome, citation, keys and disputes.</summary>
internal static partial class AnswerEvaluation
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A line of the question file.</summary>
    public sealed record Line(string Id, string Lang, string Q, string? Stop, string[] History, string Kind, Expected Expect);

    /// <summary>What a right answer looks like.</summary>
    public sealed record Expected(string Outcome, string[] Dossiers, string[] Claims, string[][] Keys, bool Dispute);

    /// <summary>How one question went.</summary>
    public sealed record Scored(string Id, string Lang, string Kind, bool Right, bool Answerable, bool Answered, bool Cited, bool Keyed, bool? Dispute, double Milliseconds)
    {
        /// <summary>Share of the cited claims that were expected; null where none is expected or none is cited.</summary>
        public double? Precision { get; init; }

        /// <summary>Share of the expected claims that are cited; null where none is expected.</summary>
        public double? Recall { get; init; }
    }

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Question file, one JSON object a line." };
        var json = new Option<bool>("--json") { Description = "Print figures as JSON." };
        var floor = new Option<double>("--floor") { Description = "Fail under this share of right answers (0 to 1)." };
        var command = new Command("answers", "Ask every question of a file and score the answers.") { file, json, floor };
        command.SetAction(async (parse, cancel) =>
        {
            await using var services = GuideHost.Build();
            var guide = await GuideHost.LoadAsync(services, cancel);
            var scored = new List<Scored>();
            foreach (var line in await ReadAsync(parse.GetValue(file)!, cancel))
            {
                scored.Add(await ScoreAsync(guide.Answerer, line, cancel));
            }

            Print(scored, parse.GetValue(json));
            return Share(scored, s => s.Right) >= parse.GetValue(floor) ? 0 : 1;
        });
        return command;
    }

    /// <summary>The lines of a question file.</summary>
    public static async Task<IReadOnlyList<Line>> ReadAsync(string path, CancellationToken cancel) => File.Exists(path)
        ? [.. (await File.ReadAllLinesAsync(path, cancel)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Line>(l, s_json)!)]
        : throw new CliException($"There is no file {path}.");

    /// <summary>The question of a line, with its conversation so far.</summary>
    public static async Task<Question> AskedAsync(QuestionAnswerer answerer, Line line, CancellationToken cancel)
    {
        var language = LanguageTag.Parse(line.Lang);
        var earlier = new List<Turn>();
        foreach (var before in line.History)
        {
            var reply = await answerer.AnswerAsync(new Question(before, language, line.Stop, earlier), cancel);
            earlier.Add(Turn.Of(before, reply));
        }

        return new Question(line.Q, language, line.Stop, earlier);
    }

    private static async Task<Scored> ScoreAsync(QuestionAnswerer answerer, Line line, CancellationToken cancel)
    {
        var question = await AskedAsync(answerer, line, cancel);
        var clock = Stopwatch.StartNew();
        var answer = await answerer.AnswerAsync(question, cancel);
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        var answered = answer.Outcome is Outcome.Answered or Outcome.Partly;
        if (line.Expect.Outcome is not ("answered" or "partly"))
        {
            return new Scored(line.Id, line.Lang, line.Kind, !answered, false, answered, true, true, null, milliseconds);
        }

        var claims = answer.Citations.SelectMany(c => c.Claims).ToHashSet();
        var shown = answer.Disputes.Any(d => d.Versions.Count >= 2);
        var cited = line.Expect.Claims.Length == 0 || line.Expect.Claims.Any(claims.Contains)
            || line.Expect.Dispute && shown && answer.Citations.Any(c => line.Expect.Dossiers.Contains(c.Dossier));
        var said = Fold(answer.Text + (line.Expect.Dispute ? " " + string.Join(' ', answer.Disputes.SelectMany(d => d.Versions).Select(v => v.Text)) : ""));
        var keyed = line.Expect.Keys.All(group => group.Any(key => Has(said, Fold(key))));
        return new Scored(line.Id, line.Lang, line.Kind, answered && cited && keyed, true, answered, cited, keyed, line.Expect.Dispute ? shown : null, milliseconds)
        {
            Precision = claims.Count == 0 || line.Expect.Claims.Length == 0 ? null : (double)claims.Count(line.Expect.Claims.Contains) / claims.Count,
            Recall = line.Expect.Claims.Length == 0 ? null : (double)line.Expect.Claims.Count(claims.Contains) / line.Expect.Claims.Length,
        };
    }

    private static void Print(List<Scored> scored, bool json)
    {
        var answerable = scored.Where(s => s.Answerable).ToList();
        var times = scored.Select(s => s.Milliseconds).Order().ToList();
        var figures = new Dictionary<string, double>
        {
            ["right"] = Share(scored, s => s.Right),
            ["answerableRight"] = Share(answerable, s => s.Right),
            ["cited"] = Share(answerable, s => s.Cited),
            ["keys"] = Share(answerable, s => s.Keyed),
            ["citationPrecision"] = answerable.Average(s => s.Precision) ?? 1,
            ["citationRecall"] = answerable.Average(s => s.Recall) ?? 1,
            ["falseRefusals"] = Share(answerable, s => !s.Answered),
            ["declined"] = Share(scored.Where(s => !s.Answerable).ToList(), s => s.Right),
            ["disputesShown"] = Share(scored.Where(s => s.Dispute is not null).ToList(), s => s.Dispute == true),
            ["p50Ms"] = times[times.Count / 2],
            ["p95Ms"] = times[(int)(times.Count * 0.95)],
        };
        foreach (var group in scored.GroupBy(s => "lang:" + s.Lang).Concat(scored.GroupBy(s => "kind:" + s.Kind)))
        {
            figures[group.Key] = Share([.. group], s => s.Right);
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { figures, questions = scored }, s_json)
            : string.Join('\n', figures.Select(f => $"{f.Key,-24} {f.Value:F3}")));
    }

    private static double Share(List<Scored> scored, Func<Scored, bool> holds) => scored.Count == 0 ? 1 : (double)scored.Count(holds) / scored.Count;

    private static string Fold(string text) => Loose().Replace(VietnameseText.Fold(text), " ").Trim();

    private static bool Has(string text, string key) => key.Length > 0 && Regex.IsMatch(text, Edge(key[0], "(?<!", ")") + Regex.Escape(key) + Edge(key[^1], "(?!", ")"));

    private static string Edge(char c, string open, string close) =>
        char.IsAsciiDigit(c) ? open + "[0-9]" + close : char.IsAsciiLetter(c) ? open + "[a-z]" + close : "";

    [GeneratedRegex(@"[\s.,/\-–()]+")]
    private static partial Regex Loose();
}
