using System.CommandLine;
using System.Text.Json;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Cli.Evaluation;

/// <summary><c>heritage evaluate ranking FILE</c>: how often an expected dossier and an expected claim are among the first that are found for a question.</summary>
internal static class RankingEvaluation
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>One row of the table; figures are fractions of 1.</summary>
    public sealed record Row(string Language, int Questions, double DossierTop1, double DossierTop3, double ClaimTop1, double ClaimTop3, double ClaimTop10);

    private sealed record Found(string Language, int Dossier, int Claim);

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Question file, one JSON object a line; questions that expect no claim are left out." };
        var json = new Option<bool>("--json") { Description = "Print figures as JSON." };
        var command = new Command("ranking", "Measure how high the expected dossier and claim are ranked.") { file, json };
        command.SetAction(async (parse, cancel) =>
        {
            var lines = await AnswerEvaluation.ReadAsync(parse.GetValue(file)!, cancel);
            await using var services = GuideHost.Build();
            var guide = await GuideHost.LoadAsync(services, cancel);
            var (finder, found) = (new EvidenceFinder(guide.Kit), new List<Found>());
            foreach (var line in lines.Where(l => l.Expect.Claims.Length > 0))
            {
                var question = await AnswerEvaluation.AskedAsync(guide.Answerer, line, cancel);
                found.Add(Place(line, (await finder.RankAsync(question, line.Q, [], cancel)).Ranked, guide.Kit.Library));
            }

            List<Row> rows = [Measure("all", found), .. found.GroupBy(f => f.Language).OrderByDescending(g => g.Count()).Select(g => Measure(g.Key, [.. g]))];
            Console.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(new { rows }, s_json)
                : string.Join('\n', rows.Select(r => $"{r.Language,-4} {r.Questions,4}  dossier in 1 {r.DossierTop1:F3}, in 3 {r.DossierTop3:F3}  claim in 1 {r.ClaimTop1:F3}, in 3 {r.ClaimTop3:F3}, in 10 {r.ClaimTop10:F3}")));
            return 0;
        });
        return command;
    }

    // A dispute stands for the claims that it is about.
    private static Found Place(AnswerEvaluation.Line line, IReadOnlyList<(string Target, double Score)> ranked, Library library)
    {
        var claims = ranked.Select(r => library.Dispute(r.Target)?.Dispute.Claims ?? [r.Target]).ToList();
        var dossiers = ranked.Select(r => library.OwnerOf(r.Target)).Distinct().ToList();
        var expected = line.Expect.Claims.Select(library.OwnerOf).Concat(line.Expect.Dossiers).ToHashSet();
        return new Found(line.Lang, PlaceOf(dossiers.FindIndex(expected.Contains)), PlaceOf(claims.FindIndex(c => c.Any(line.Expect.Claims.Contains))));
    }

    private static int PlaceOf(int index) => index < 0 ? int.MaxValue : index + 1;

    private static Row Measure(string language, List<Found> found)
    {
        double Within(Func<Found, int> place, int k) => Math.Round((double)found.Count(f => place(f) <= k) / Math.Max(1, found.Count), 4);
        return new Row(language, found.Count, Within(f => f.Dossier, 1), Within(f => f.Dossier, 3), Within(f => f.Claim, 1), Within(f => f.Claim, 3), Within(f => f.Claim, 10));
    }
}
