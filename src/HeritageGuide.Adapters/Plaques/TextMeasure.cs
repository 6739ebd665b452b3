using HeritageGuide.Adapters.Export;
using PdfSharp.Drawing;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>How wide text is in Noto Sans; other scripts are taken as wide as their widest letters, so that what fits here fits on the sheet.</summary>
internal static class TextMeasure
{
    private const double Measured = 100;
    private static readonly Lock s_lock = new();
    private static readonly XGraphics s_context = Context();

    /// <summary>Width in the unit of <paramref name="size"/>.</summary>
    public static double Width(string text, double size, bool bold)
    {
        var latin = new string([.. text.Where(c => c < 0x1780)]);
        lock (s_lock)
        {
            var font = new XFont(NotoSans.Family, Measured, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
            return (s_context.MeasureString(latin, font).Width / Measured + (text.Length - latin.Length)) * size;
        }
    }

    /// <summary>Breaks at spaces, and between characters where the script has none.</summary>
    public static List<string> Wrap(string text, double width, double size, bool bold)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ').SelectMany(w => w.Any(c => c >= 0x2E80) ? w.Select((c, i) => (Word: c.ToString(), Space: i == 0)) : [(Word: w, Space: true)]))
        {
            var longer = line.Length == 0 ? word.Word : line + (word.Space ? " " : "") + word.Word;
            if (line.Length > 0 && Width(longer, size, bold) > width)
            {
                lines.Add(line);
                line = word.Word;
            }
            else
            {
                line = longer;
            }
        }

        return [.. lines, line];
    }

    private static XGraphics Context()
    {
        NotoSans.Use();
        return XGraphics.CreateMeasureContext(new XSize(10_000, 10_000), XGraphicsUnit.Point, XPageDirection.Downwards);
    }
}
