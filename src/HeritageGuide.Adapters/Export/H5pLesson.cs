using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>
/// H5P question set (H5P.QuestionSet 1.20). Holds content, not the libraries: the platform that takes it must have the content types named in
/// <c>h5p.json</c>, as Moodle, WordPress and Lumi have them. Matching and ordering become words to drag into place.
/// </summary>
internal static class H5pLesson
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };
    private const int LongestLicence = 4_900;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static byte[] Write(Lesson lesson)
    {
        var phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));
        var questions = lesson.Quiz.Concat(lesson.Worksheet).Select(i => Question(lesson, i, phrases)).OfType<object>().ToList();
        return ZipWriter.Pack(
        [
            ("h5p.json", Bytes(new
            {
                title = lesson.Title,
                language = lesson.Language,
                defaultLanguage = lesson.Language,
                mainLibrary = "H5P.QuestionSet",
                embedTypes = new[] { "iframe" },
                license = "CC BY",
                licenseVersion = "4.0",
                authors = new[] { new { name = "HeritageGuide", role = "Author" } },
                licenseExtras = Licence(lesson, phrases),
                preloadedDependencies = new[]
                {
                    Library("H5P.QuestionSet", 1, 20), Library("H5P.MultiChoice", 1, 16), Library("H5P.TrueFalse", 1, 8), Library("H5P.Blanks", 1, 14),
                    Library("H5P.DragText", 1, 10), Library("H5P.Essay", 1, 5), Library("FontAwesome", 4, 5), Library("H5P.JoubelUI", 1, 3), Library("H5P.Question", 1, 5),
                },
            })),
            ("content/content.json", Bytes(new
            {
                introPage = new { showIntroPage = true, title = lesson.Title, introduction = Paragraph(phrases["note.machine"]) },
                progressType = "textual",
                passPercentage = 50,
                questions,
                endGame = new { showResultPage = true, showSolutionButton = true, showRetryButton = true },
                @override = new { checkButton = true },
            })),
            ("content/sources.txt", Encoding.UTF8.GetBytes(string.Join('\n', lesson.Citations.Select(c => $"{c.Number}. {LessonSheet.Cite(c, phrases)}")) + "\n")),
        ]);
    }

    /// <summary>The licence and as many sources as a package may name; all of them, with their quotes, are in <c>content/sources.txt</c>.</summary>
    private static string Licence(Lesson lesson, LessonPhrases phrases)
    {
        var text = new StringBuilder(phrases["note.licence"]);
        foreach (var source in lesson.Citations.SelectMany(c => c.Sources).Select(s => LessonSheet.Cite(s, phrases)).Distinct())
        {
            if (text.Length + source.Length > LongestLicence)
            {
                text.Append(" …");
                break;
            }

            text.Append(" | ").Append(source);
        }

        return text.ToString();
    }

    private static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    private static object Library(string name, int major, int minor) => new { machineName = name, majorVersion = major, minorVersion = minor };

    private static string Paragraph(string text) => $"<p>{Html.Encode(text)}</p>";

    private static object Question(Lesson lesson, LessonItem item, LessonPhrases phrases)
    {
        var proof = Paragraph(LessonSheet.Proof(lesson, item, phrases));
        var stem = Paragraph($"{item.About}. {item.Stem}");
        var feedback = new[] { new { from = 0, to = 100, feedback = LessonSheet.Proof(lesson, item, phrases) } };
        (string Library, object Params) made = item.Kind switch
        {
            ItemKind.MultipleChoice => ("H5P.MultiChoice 1.16", new
            {
                question = stem,
                answers = item.Options.Select(o => new { text = Html.Encode(o), correct = o == item.Key[0], tipsAndFeedback = new { tip = "", chosenFeedback = proof, notChosenFeedback = "" } }).ToArray(),
                overallFeedback = feedback,
            }),
            ItemKind.TrueFalse => ("H5P.TrueFalse 1.8", new { question = stem, correct = item.Key[0], behaviour = new { feedbackOnCorrect = LessonSheet.Proof(lesson, item, phrases), feedbackOnWrong = LessonSheet.Proof(lesson, item, phrases) } }),
            ItemKind.GapFill => ("H5P.Blanks 1.14", new
            {
                text = Paragraph(item.About),
                questions = new[] { Paragraph(item.Stem).Replace(Html.Encode(LessonItem.Gap), $"*{Html.Encode(Marked(item.Key[0]))}*", StringComparison.Ordinal) },
                overallFeedback = feedback,
            }),
            ItemKind.Matching => ("H5P.DragText 1.10", new
            {
                taskDescription = stem,
                textField = string.Join("\n", item.Pairs.Select(p => p.Right.Replace(LessonItem.Gap, $"*{Marked(p.Left)}*", StringComparison.Ordinal))),
                overallFeedback = feedback,
            }),
            ItemKind.Ordering => ("H5P.DragText 1.10", new
            {
                taskDescription = stem,
                textField = string.Join("\n", item.Key.Select((k, n) => $"{n + 1}. *{Marked(k)}*")),
                overallFeedback = feedback,
            }),
            _ => ("H5P.Essay 1.5", new
            {
                taskDescription = stem + string.Concat(item.Options.Select(Paragraph)),
                solution = new { introduction = "", sample = proof },
                keywords = Array.Empty<object>(),
            }),
        };
        return new { library = made.Library, @params = made.Params, subContentId = SubContent(item.Id), metadata = new { title = item.About, license = "CC BY", licenseVersion = "4.0", contentType = made.Library.Split(' ')[0] } };
    }

    // Asterisks and slashes are marks of these content types.
    private static string Marked(string text) => text.Replace("*", "＊", StringComparison.Ordinal).Replace("/", "∕", StringComparison.Ordinal).Replace(":", "∶", StringComparison.Ordinal);

    private static string SubContent(string id) => new Guid(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(id))[..16]).ToString();
}
