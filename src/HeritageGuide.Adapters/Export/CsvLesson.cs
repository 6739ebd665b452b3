using System.Text;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>One item a line (RFC 4180), with key, proof and sources, for a spreadsheet.</summary>
internal static class CsvLesson
{
    public static byte[] Write(Lesson lesson)
    {
        var phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));
        var lines = new List<string> { Line(["part", "number", "kind", "about", "stem", "options", "key", "quotes", "claims", "sources", "difficulty", "tag", "licence"]) };
        foreach (var (part, items) in ((string, IReadOnlyList<LessonItem>)[])[("quiz", lesson.Quiz), ("worksheet", lesson.Worksheet)])
        {
            lines.AddRange(items.Select((item, i) =>
            {
                var cited = lesson.Citations.Where(c => item.Citations.Contains(c.Number)).ToList();
                return Line(
                [
                    part, $"{i + 1}", item.Kind.ToString(), item.About, item.Stem, string.Join(" | ", item.Options), LessonSheet.KeyOf(item, phrases),
                    string.Join(" | ", cited.Select(c => c.Quote)), string.Join(" ", item.Claims),
                    string.Join(" | ", cited.SelectMany(c => c.Sources).DistinctBy(s => s.Id).Select(s => LessonSheet.Cite(s, phrases))), $"{item.Difficulty}", item.Tag, "CC BY 4.0",
                ]);
            }));
        }

        // The mark at the front lets spreadsheets read Vietnamese right.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    // A cell that begins like a formula would be run by a spreadsheet: it is kept text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
