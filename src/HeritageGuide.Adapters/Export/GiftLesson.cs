using System.Text;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>Moodle's GIFT text (https://docs.moodle.org/en/GIFT_format). Ordering becomes matching with places; every item ends with its proof.</summary>
internal static class GiftLesson
{
    public static byte[] Write(Lesson lesson)
    {
        var phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));
        var text = new StringBuilder();
        text.Append("// ").AppendLine(OneLine(lesson.Title)).Append("// ").AppendLine(phrases["note.licence"]).Append("// ").AppendLine(phrases["note.machine"]).AppendLine();
        foreach (var item in lesson.Quiz.Concat(lesson.Worksheet))
        {
            text.Append("// ").Append(item.Tag).Append(" | ").AppendLine(string.Join(", ", item.Claims))
                .Append("::").Append(Escape($"{item.About} {item.Id}")).Append("::[plain]").Append(Escape($"{item.About}. {item.Stem}")).Append(Question(item)).Append('{').Append(Answer(item));
            if (item.Kind is not ItemKind.ShortAnswer and not ItemKind.SourceWork)
            {
                text.AppendLine();
            }

            text.Append("####").Append(Escape(LessonSheet.Proof(lesson, item, phrases))).AppendLine().AppendLine("}").AppendLine();
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Question(LessonItem item) =>
        item.Kind == ItemKind.SourceWork ? Escape(" " + string.Join(" / ", item.Options.Select((o, n) => $"({n + 1}) {o}"))) : "";

    private static string Answer(LessonItem item) => item.Kind switch
    {
        ItemKind.MultipleChoice => string.Concat(item.Options.Select(o => $"\n  {(o == item.Key[0] ? '=' : '~')}{Escape(o)}")),
        ItemKind.TrueFalse => item.Key[0] == "true" ? "TRUE" : "FALSE",
        ItemKind.GapFill => $"={Escape(item.Key[0])}",
        ItemKind.Matching => string.Concat(item.Pairs.Select(p => $"\n  ={Escape(p.Right)} -> {Escape(p.Left)}")),
        ItemKind.Ordering => string.Concat(item.Key.Select((k, n) => $"\n  ={Escape(k)} -> {n + 1}")),
        _ => "\n",
    };

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in OneLine(text))
        {
            if (c is '~' or '=' or '#' or '{' or '}' or ':' or '\\')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString().Replace("->", "→", StringComparison.Ordinal);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
