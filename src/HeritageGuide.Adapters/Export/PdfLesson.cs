using HeritageGuide.Core.Lessons;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace HeritageGuide.Adapters.Export;

/// <summary>A4 pages with Noto Sans inside the file, so that Vietnamese looks the same everywhere.</summary>
internal sealed class PdfLesson
{
    private const double Margin = 56;
    private const double Width = 595 - 2 * Margin;
    private const double Bottom = 842 - Margin;
    private readonly PdfDocument _document = new();
    private XGraphics _page;
    private double _y = Margin;

    static PdfLesson() => NotoSans.Use();

    private PdfLesson(Lesson lesson)
    {
        _document.Info.Title = lesson.Title;
        _document.Info.Subject = lesson.Subject;
        _document.Info.Keywords = "CC BY 4.0, LearningResource, " + string.Join(", ", lesson.Dossiers);
        _page = NewPage();
        foreach (var block in new LessonSheet(lesson).Blocks())
        {
            Draw(block);
        }

        Number();
    }

    public static byte[] Write(Lesson lesson)
    {
        var pdf = new PdfLesson(lesson);
        pdf._page.Dispose();
        using var stream = new MemoryStream();
        pdf._document.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    private void Draw(Block block)
    {
        switch (block)
        {
            case BreakBlock when _y > Margin:
                _page.Dispose();
                _page = NewPage();
                break;
            case HeadingBlock heading:
                _y += 8;
                Write(heading.Text, heading.Level switch { 1 => 18, 2 => 15, _ => 12 }, XFontStyleEx.Bold, 0, keepWith: 40);
                break;
            case TextBlock text:
                var mark = text.Citations.Count > 0 ? $" [{string.Join(",", text.Citations)}]" : "";
                Write((text.Role == TextRole.Bullet ? "– " : "") + text.Text + mark, text.Role == TextRole.Note ? 9 : 11,
                    text.Role switch { TextRole.Strong => XFontStyleEx.Bold, TextRole.Note => XFontStyleEx.Italic, _ => XFontStyleEx.Regular }, text.Role == TextRole.Bullet ? 12 : 0);
                break;
            case TableBlock table:
                foreach (var row in table.Rows.Where(r => r.Any(c => c.Length > 0)))
                {
                    Write(string.Join("     ", row), 11, XFontStyleEx.Regular, 0);
                }

                break;
        }
    }

    private void Write(string text, double size, XFontStyleEx style, double indent, double keepWith = 0)
    {
        var font = new XFont(NotoSans.Family, size, style);
        var height = size * 1.4;
        foreach (var line in Wrap(text, font, Width - indent))
        {
            if (_y + height + keepWith > Bottom)
            {
                _page.Dispose();
                _page = NewPage();
            }

            _page.DrawString(line, font, XBrushes.Black, new XPoint(Margin + indent, _y + size));
            _y += height;
        }

        _y += size * 0.35;
    }

    private IEnumerable<string> Wrap(string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(w => Pieces(w, font, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && _page.MeasureString(longer, font).Width > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    // A long address is wider than the page.
    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        while (word.Length > 20 && _page.MeasureString(word, font).Width > width)
        {
            var at = word.Length - 1;
            while (at > 10 && _page.MeasureString(word[..at], font).Width > width)
            {
                at--;
            }

            yield return word[..at];
            word = word[at..];
        }

        yield return word;
    }

    private XGraphics NewPage()
    {
        var page = _document.AddPage();
        page.Width = XUnit.FromPoint(595);
        page.Height = XUnit.FromPoint(842);
        _y = Margin;
        return XGraphics.FromPdfPage(page);
    }

    private void Number()
    {
        _page.Dispose();
        var font = new XFont(NotoSans.Family, 9, XFontStyleEx.Regular);
        for (var i = 0; i < _document.PageCount; i++)
        {
            using var page = XGraphics.FromPdfPage(_document.Pages[i]);
            page.DrawString($"{i + 1}/{_document.PageCount}", font, XBrushes.Black, new XPoint(290, 842 - 28));
        }

        _page = XGraphics.FromPdfPage(_document.Pages[^1]);
    }
}

/// <summary>The font that is embedded: Noto Sans (SIL Open Font License 1.1).</summary>
internal sealed class NotoSans : IFontResolver
{
    public const string Family = "Noto Sans";

    /// <summary>Makes it the one font of all PDFs; before the first of them is drawn.</summary>
    public static void Use() => GlobalFontSettings.FontResolver ??= new NotoSans();

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(NotoSans).Assembly.GetManifestResourceStream($"HeritageGuide.Fonts.{faceName}.ttf")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? "NotoSans-Bold" : isItalic ? "NotoSans-Italic" : "NotoSans-Regular");
}
