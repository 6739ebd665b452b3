using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>A Word document in the official layout: A4, Times New Roman 13, real heading styles, a table of contents, page numbers.</summary>
internal static class DocxLesson
{
    private const int Centimetre = 567;

    public static byte[] Write(Lesson lesson)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = lesson.Title;
            document.PackageProperties.Subject = lesson.Subject;
            document.PackageProperties.Language = lesson.Language == "vi" ? "vi-VN" : "en-GB";
            document.PackageProperties.Description = "CC BY 4.0";
            document.PackageProperties.Keywords = string.Join(", ", lesson.Dossiers);
            var main = document.AddMainDocumentPart();
            DocxStyles.Add(main, lesson.Language);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
            main.Document = new Document(new Body([.. new LessonSheet(lesson).Blocks().SelectMany((b, i) => i == 2 ? (OpenXmlElement[])[.. Elements(b), Contents()] : Elements(b)), Page(main.GetIdOfPart(footer))]));
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(Block block) => block switch
    {
        BreakBlock => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        HeadingBlock heading => [Paragraph(heading.Level == 1 ? "Title" : $"Heading{heading.Level - 1}", heading.Text, [])],
        TextBlock text => [Paragraph(text.Role switch { TextRole.Bullet => "ListBullet", TextRole.Note => "Note", TextRole.Strong => "Strong", _ => "Normal" }, text.Text, text.Citations)],
        TableBlock table => [Table(table), new Paragraph()],
        _ => [],
    };

    private static Paragraph Paragraph(string style, string text, IReadOnlyList<int> citations)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));
        if (citations.Count > 0)
        {
            paragraph.Append(new Run(
                new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }),
                new Text(" " + string.Join(",", citations)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return paragraph;
    }

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Table Table(TableBlock table)
    {
        var borders = new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single }, new LeftBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single },
                new RightBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single }, new InsideVerticalBorder { Val = BorderValues.Single }));
        var columns = table.Rows.Max(r => r.Count);
        return new Table([borders, new TableGrid([.. Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = $"{16 * Centimetre / columns}" })]),
            .. table.Rows.Where(r => r.Any(c => c.Length > 0)).Select(r => new TableRow(r.Select(c => new TableCell(new Paragraph(Run(c))))))]);
    }

    private static SdtBlock Contents() => new(
        new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
        new SdtContentBlock(new Paragraph(
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }),
            new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new Text("…")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }))));

    // Margins of official papers: 2 cm above and below, 3 cm left for binding, 2 cm right.
    private static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2 * Centimetre, Bottom = 2 * Centimetre, Left = 3 * Centimetre, Right = 2 * Centimetre, Header = 720, Footer = 500, Gutter = 0 });
}
