using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>The forms in which a lesson can be taken away.</summary>
public static class LessonExports
{
    /// <summary>One form: the end of its file name, its media type, and how it is written.</summary>
    public sealed record Form(string Extension, string Mime, Func<Lesson, byte[]> Write);

    public static IReadOnlyList<Form> All { get; } =
    [
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxLesson.Write),
        new("pdf", "application/pdf", PdfLesson.Write),
        new("html", "text/html; charset=utf-8", l => HtmlLesson.Write(l, large: false)),
        new("large.html", "text/html; charset=utf-8", l => HtmlLesson.Write(l, large: true)),
        new("gift", "text/plain; charset=utf-8", GiftLesson.Write),
        new("moodle.xml", "application/xml", MoodleLesson.Write),
        new("qti.zip", "application/zip", QtiLesson.Write),
        new("h5p", "application/zip", H5pLesson.Write),
        new("imscc", "application/zip", CommonCartridgeLesson.Write),
        new("csv", "text/csv; charset=utf-8", CsvLesson.Write),
    ];

    /// <summary>What the key of an item says, in words.</summary>
    public static string KeyOf(LessonItem item, LessonPhrases phrases) => LessonSheet.KeyOf(item, phrases);

    public static Form? Find(string extension) => All.FirstOrDefault(f => f.Extension == extension);
}
