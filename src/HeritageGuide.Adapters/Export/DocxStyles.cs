using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HeritageGuide.Adapters.Export;

/// <summary>The styles of a lesson in Word.</summary>
internal static class DocxStyles
{
    private const string Font = "Times New Roman";

    public static void Add(MainDocumentPart main, string language)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                    new FontSize { Val = "26" },
                    new Languages { Val = language == "vi" ? "vi-VN" : "en-GB" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "80", Line = "288", LineRule = LineSpacingRuleValues.Auto }))),
            Make("Normal", null),
            Make("Title", null, size: 32, bold: true, centred: true),
            Make("Heading1", 0, size: 30, bold: true),
            Make("Heading2", 1, size: 28, bold: true),
            Make("Strong", null, bold: true),
            Make("Note", null, size: 22, italic: true),
            Make("ListBullet", null, bullet: true));
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "–" }, new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "284" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
        // Word fills in the table of contents on opening.
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new UpdateFieldsOnOpen { Val = true });
    }

    private static Style Make(string id, int? outline, int size = 26, bool bold = false, bool italic = false, bool centred = false, bool bullet = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        if (bullet)
        {
            paragraph.Append(new NumberingProperties(new NumberingId { Val = 1 }));
        }

        if (outline is not null)
        {
            paragraph.Append(new SpacingBetweenLines { Before = "200", After = "80" });
        }

        if (centred)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        }

        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        if (italic)
        {
            run.Append(new Italic());
        }

        run.Append(new FontSize { Val = size.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" };
        style.Append(new StyleName { Val = id switch { "Heading1" => "heading 1", "Heading2" => "heading 2", "ListBullet" => "List Bullet", _ => id } });
        if (id != "Normal")
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(paragraph, run);
        return style;
    }
}
