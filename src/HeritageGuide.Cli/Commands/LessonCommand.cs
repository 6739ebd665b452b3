using System.CommandLine;
using HeritageGuide.Adapters.Export;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;
using Spectre.Console;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage lesson DOSSIER …</c>: a teacher's pack as files.</summary>
internal static class LessonCommand
{
    public static Command Make()
    {
        var dossiers = new Argument<string[]>("dossier") { Arity = ArgumentArity.OneOrMore, Description = "Dossier ids." };
        var grade = new Option<int>("--grade") { DefaultValueFactory = _ => 8 };
        var minutes = new Option<int>("--minutes") { DefaultValueFactory = _ => 45 };
        var lang = new Option<string>("--lang") { DefaultValueFactory = _ => "vi", Description = "vi or en." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed gives the same lesson." };
        var questions = new Option<int>("--questions") { DefaultValueFactory = _ => 10 };
        var forms = new Option<string>("--forms") { DefaultValueFactory = _ => "docx,pdf,html,gift", Description = $"Of {string.Join(", ", LessonExports.All.Select(f => f.Extension))}." };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => ".", Description = "Folder to write into." };
        var command = new Command("lesson", "Make a lesson with plan, reading, worksheet, quiz and timeline.") { dossiers, grade, minutes, lang, seed, questions, forms, output };
        command.SetAction(async (parse, cancel) =>
        {
            await using var services = GuideHost.Build();
            var guide = await GuideHost.LoadAsync(services, cancel);
            var chosen = parse.GetValue(dossiers)!;
            var language = LanguageTag.TryParse(parse.GetValue(lang), out var tag) && LessonPhrases.LessonLanguages.Contains(tag) ? tag : throw new CliException("Lessons are made in vi or en.");
            foreach (var unknown in chosen.Where(d => guide.Library.Dossier(d) is null))
            {
                throw new CliException($"There is no dossier '{unknown}'.");
            }

            if (LessonRequest.Fault(parse.GetValue(grade), parse.GetValue(minutes), parse.GetValue(questions)) is not null)
            {
                throw new CliException($"Grade 1–{LessonRequest.HighestGrade}, minutes {LessonRequest.FewestMinutes}–{LessonRequest.MostMinutes}, questions 1–{LessonRequest.MostQuestions}.");
            }

            var request = new LessonRequest(chosen, parse.GetValue(grade), parse.GetValue(minutes), language, Enum.GetValues<LessonPart>(), parse.GetValue(seed)) { Questions = parse.GetValue(questions) };
            var lesson = await AnsiConsole.Progress().StartAsync(context =>
            {
                var task = context.AddTask("lesson", maxValue: 1);
                return guide.Lessons.MakeAsync(request, new Progress<double>(done => task.Value = done), cancel);
            });
            Directory.CreateDirectory(parse.GetValue(output)!);
            foreach (var extension in parse.GetValue(forms)!.Split(','))
            {
                var form = LessonExports.Find(extension) ?? throw new CliException($"There is no form '{extension}'.");
                var path = Path.Combine(parse.GetValue(output)!, $"lesson-{chosen[0]}.{extension}");
                await File.WriteAllBytesAsync(path, form.Write(lesson), cancel);
                Console.WriteLine(path);
            }

            Console.WriteLine($"{lesson.Quiz.Count} questions, {lesson.Worksheet.Count} worksheet items, {lesson.Citations.Count} citations");
            return 0;
        });
        return command;
    }
}
