using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>One page to print on A4, complete in itself, with schema.org metadata (LearningResource).</summary>
internal static class HtmlLesson
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static byte[] Write(Lesson lesson, bool large)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html><html lang=\"{lesson.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{E(lesson.Title)}</title>")
            .Append("<script type=\"application/ld+json\">").Append(Metadata(lesson)).Append("</script><style>")
            .Append($"@page{{size:A4;margin:2cm}}body{{font:{(large ? "20pt/1.6" : "12pt/1.5")} 'Noto Sans',system-ui,sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff}}")
            .Append("h1{font-size:1.6em}h2{font-size:1.3em;border-bottom:2px solid}h3{font-size:1.1em}.note{color:#444;font-size:.9em}.strong{font-weight:700}sup{font-size:.7em}table{border-collapse:collapse;width:100%}td{border:1px solid #777;padding:.3em;vertical-align:top}@media print{.break{break-before:page}}")
            .Append("</style></head><body>");
        var inList = false;
        foreach (var block in new LessonSheet(lesson).Blocks())
        {
            var bullet = block is TextBlock { Role: TextRole.Bullet };
            if (bullet != inList)
            {
                html.Append(bullet ? "<ul>" : "</ul>");
                inList = bullet;
            }

            Append(html, block);
        }

        return Encoding.UTF8.GetBytes(html.Append(inList ? "</ul>" : "").Append("</body></html>").ToString());
    }

    /// <summary>schema.org LearningResource with the properties of LRMI.</summary>
    public static string Metadata(Lesson lesson) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "LearningResource",
        ["name"] = lesson.Title,
        ["inLanguage"] = lesson.Language,
        ["learningResourceType"] = lesson.Parts.Select(p => p.ToString()).ToArray(),
        ["educationalLevel"] = $"Grade {lesson.Grade}",
        ["timeRequired"] = $"PT{lesson.Minutes}M",
        ["about"] = lesson.Subject,
        ["license"] = "https://creativecommons.org/licenses/by/4.0/",
        ["isAccessibleForFree"] = true,
        ["citation"] = lesson.Citations.SelectMany(c => c.Sources).DistinctBy(s => s.Title).Select(s => s.Title).ToArray(),
    });

    private static void Append(StringBuilder html, Block block)
    {
        switch (block)
        {
            case BreakBlock:
                html.Append("<div class=\"break\"></div>");
                break;
            case HeadingBlock heading:
                html.Append($"<h{heading.Level}>{E(heading.Text)}</h{heading.Level}>");
                break;
            case TextBlock { Role: TextRole.Bullet } bullet:
                html.Append($"<li>{E(bullet.Text)}{Numbers(bullet.Citations)}</li>");
                break;
            case TextBlock text:
                html.Append($"<p class=\"{text.Role.ToString().ToLowerInvariant()}\">{E(text.Text)}{Numbers(text.Citations)}</p>");
                break;
            case TableBlock table:
                html.Append("<table>").AppendJoin("", table.Rows.Where(r => r.Any(c => c.Length > 0)).Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{E(c)}</td>"))}</tr>")).Append("</table>");
                break;
        }
    }

    private static string Numbers(IReadOnlyList<int> citations) => citations.Count == 0 ? "" : $"<sup>{string.Join(",", citations)}</sup>";

    private static string E(string text) => Encoder.Encode(text);
}
