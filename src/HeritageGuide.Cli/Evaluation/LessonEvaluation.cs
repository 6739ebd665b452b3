using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Cli.Evaluation;

/// <summary><c>heritage evaluate lessons</c>: a quiz of ten, a worksheet and a plan for every dossier in both languages, every item proven anew.</summary>
internal static class LessonEvaluation
{
    private const int Seed = 7;

    /// <summary>Figures over all packs; rates are counts of items.</summary>
    private sealed record Figures(
        int Packs, int Items, double ItemsPerPack, int KeyNotInQuote, int WrongOptionAlsoTrue, int SameOptions, int KeyMissing, int Duplicates, int PacksUnderTen, double P50, double P95,
        Dictionary<string, int> Kinds);

    public static Command Make()
    {
        var json = new Option<bool>("--json");
        var sample = new Option<int>("--sample") { Description = "Print this many items, spread over all packs, to be read by a person." };
        var command = new Command("lessons", "Make a pack for every dossier in both languages and prove every item anew.") { json, sample };
        command.SetAction(async (parse, cancel) =>
        {
            await using var services = GuideHost.Build();
            var guide = await GuideHost.LoadAsync(services, cancel);
            var composer = guide.Lessons.Composer;
            var check = new LessonCheck(guide.Library, guide.Kit.Checker, guide.Kit.Composer);
            var (faults, times, all, duplicates, thin, packs) = (new List<ItemFault>(), new List<double>(), new List<(Lesson, LessonItem)>(), 0, 0, 0);
            foreach (var language in LessonPhrases.LessonLanguages)
            {
                foreach (var dossier in guide.Library.Dossiers)
                {
                    var clock = Stopwatch.StartNew();
                    var lesson = composer.Compose(new LessonRequest([dossier.Id], 8, 45, language, [LessonPart.Plan, LessonPart.Quiz, LessonPart.Worksheet], Seed));
                    times.Add(clock.Elapsed.TotalMilliseconds);
                    packs++;
                    var items = lesson.Quiz.Concat(lesson.Worksheet).ToList();
                    duplicates += items.Count - items.DistinctBy(i => i.Stem + string.Join('|', i.Options) + string.Join('|', i.Pairs)).Count();
                    thin += lesson.Missing > 0 ? 1 : 0;
                    all.AddRange(items.Select(i => (lesson, i)));
                    foreach (var item in items)
                    {
                        foreach (var fault in check.Of(lesson, item))
                        {
                            faults.Add(fault);
                            Console.Error.WriteLine($"{fault}: {item.Id}: {item.Stem} [{string.Join(" | ", item.Options)}] → {string.Join(" | ", item.Key)}");
                        }
                    }
                }
            }

            times.Sort();
            int Count(ItemFault fault) => faults.Count(f => f == fault);
            var figures = new Figures(
                packs, all.Count, Math.Round((double)all.Count / packs, 1), Count(ItemFault.KeyNotInQuote), Count(ItemFault.WrongOptionAlsoTrue), Count(ItemFault.SameOptions), Count(ItemFault.KeyMissing),
                duplicates, thin, Math.Round(times[times.Count / 2]), Math.Round(times[(int)(0.95 * times.Count)]),
                all.GroupBy(x => x.Item2.Kind).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString(), g => g.Count()));
            foreach (var (lesson, item) in all.Where((_, i) => parse.GetValue(sample) > 0 && i % Math.Max(1, all.Count / parse.GetValue(sample)) == 0))
            {
                Console.WriteLine($"[{lesson.Language}] {item.About} · {item.Kind}\n  {item.Stem}\n  {string.Join(" | ", item.Options)}{string.Join(" ; ", item.Pairs.Select(p => $"{p.Left} = {p.Right}"))}\n  key: {string.Join(" | ", item.Key)}\n  quote: {string.Join(" / ", lesson.Citations.Where(c => item.Citations.Contains(c.Number)).Select(c => c.Quote))}\n");
            }

            Console.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(figures, JsonSerializerOptions.Web)
                : $"{figures.Packs} packs, {figures.Items} items ({figures.ItemsPerPack} a pack; {string.Join(", ", figures.Kinds.Select(k => $"{k.Key} {k.Value}"))})\n"
                    + $"keys not in their quote {figures.KeyNotInQuote}, wrong options also true {figures.WrongOptionAlsoTrue}, same options {figures.SameOptions}, keys missing {figures.KeyMissing}, duplicates {figures.Duplicates}, quizzes under ten {figures.PacksUnderTen}\n"
                    + $"time a pack: p50 {figures.P50} ms, p95 {figures.P95} ms");
            return faults.Count + duplicates == 0 ? 0 : 1;
        });
        return command;
    }
}
