using System.Xml.Linq;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>Moodle XML (https://docs.moodle.org/en/Moodle_XML_format).</summary>
internal static class MoodleLesson
{
    public static byte[] Write(Lesson lesson)
    {
        var phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));
        var quiz = new XElement("quiz",
            new XElement("question", new XAttribute("type", "category"), new XElement("category", Text($"$course$/{lesson.Title}")), new XElement("info", new XAttribute("format", "plain_text"), Text($"{phrases["note.licence"]} {phrases["note.machine"]}"))),
            lesson.Quiz.Concat(lesson.Worksheet).Select(i => Question(lesson, i, phrases)));
        return XmlFile.Bytes(quiz);
    }

    private static XElement Question(Lesson lesson, LessonItem item, LessonPhrases phrases) => new("question",
        new XAttribute("type", item.Kind switch
        {
            ItemKind.MultipleChoice => "multichoice",
            ItemKind.TrueFalse => "truefalse",
            ItemKind.GapFill => "shortanswer",
            ItemKind.Matching or ItemKind.Ordering => "matching",
            _ => "essay",
        }),
        new XElement("name", Text($"{item.About} · {item.Id}")),
        new XElement("questiontext", new XAttribute("format", "plain_text"), Text($"{item.About}. {item.Stem}{(item.Kind == ItemKind.SourceWork ? " " + string.Join(" / ", item.Options) : "")}")),
        new XElement("generalfeedback", new XAttribute("format", "plain_text"), Text(LessonSheet.Proof(lesson, item, phrases))),
        new XElement("defaultgrade", 1),
        Answers(item, phrases),
        new XElement("tags", new XElement("tag", Text(item.Tag)), item.Claims.Select(c => new XElement("tag", Text(c)))));

    private static IEnumerable<XElement> Answers(LessonItem item, LessonPhrases phrases) => item.Kind switch
    {
        ItemKind.MultipleChoice => [new("single", "true"), new("shuffleanswers", "true"), .. item.Options.Select(o => Answer(o, o == item.Key[0]))],
        ItemKind.TrueFalse => [Answer("true", item.Key[0] == "true"), Answer("false", item.Key[0] == "false")],
        ItemKind.GapFill => [new("usecase", 0), Answer(item.Key[0], true)],
        ItemKind.Matching => [new("shuffleanswers", "true"), .. item.Pairs.Select(p => Pair(p.Right, p.Left))],
        ItemKind.Ordering => [new("shuffleanswers", "true"), .. item.Key.Select((k, n) => Pair(k, $"{n + 1}"))],
        _ => [new("responseformat", "plain"), new("graderinfo", new XAttribute("format", "plain_text"), Text(LessonSheet.KeyOf(item, phrases)))],
    };

    private static XElement Answer(string text, bool right) => new("answer", new XAttribute("fraction", right ? 100 : 0), new XAttribute("format", "plain_text"), Text(text));

    private static XElement Pair(string question, string answer) =>
        new("subquestion", new XAttribute("format", "plain_text"), Text(question), new XElement("answer", Text(answer)));

    private static XElement Text(string text) => new("text", text);
}
