using System.Globalization;
using System.Text;
using System.Xml;
using HeritageGuide.Adapters.Export;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>Draws laid-out plaques as PDF (a page each, Noto Sans inside) and as SVG (for an engraver).</summary>
public static class PlaquePrint
{
    private const string Fonts = "Noto Sans, Noto Sans CJK SC, Noto Sans CJK JP, Noto Sans CJK KR, Noto Sans Khmer, sans-serif";

    public static byte[] Pdf(IReadOnlyList<PlaqueLayout> plaques)
    {
        NotoSans.Use();
        using var document = new PdfDocument();
        document.Info.Title = string.Join(", ", plaques.Select(p => p.Sheet.Code).Take(20));
        foreach (var plaque in plaques)
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromMillimeter(plaque.Size.Width), XUnit.FromMillimeter(plaque.Size.Height));
            using var graphics = XGraphics.FromPdfPage(page, XGraphicsUnit.Millimeter);
            var module = plaque.QrSide / plaque.Modules.Count;
            for (var y = 0; y < plaque.Modules.Count; y++)
            {
                foreach (var (first, count) in PlaqueLayout.Runs(plaque.Modules[y]))
                {
                    graphics.DrawRectangle(XBrushes.Black, plaque.QrLeft + first * module, plaque.QrTop + y * module, count * module, module);
                }
            }

            foreach (var text in plaque.Texts)
            {
                var font = new XFont(NotoSans.Family, text.Size, text.Bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
                graphics.DrawString(text.Text.Text, font, XBrushes.Black, new XPoint(text.Centre, text.Baseline), XStringFormats.BaseLineCenter);
            }
        }

        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    public static string Svg(PlaqueLayout plaque)
    {
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            svg.WriteAttributeString("width", Number(plaque.Size.Width) + "mm");
            svg.WriteAttributeString("height", Number(plaque.Size.Height) + "mm");
            svg.WriteAttributeString("viewBox", $"0 0 {Number(plaque.Size.Width)} {Number(plaque.Size.Height)}");
            svg.WriteElementString("title", plaque.Sheet.Code);
            Element(svg, "rect", ("width", "100%"), ("height", "100%"), ("fill", "#fff"));
            Element(svg, "path", ("d", QrPath(plaque)), ("fill", "#000"), ("shape-rendering", "crispEdges"));
            foreach (var line in plaque.Texts)
            {
                svg.WriteStartElement("text");
                svg.WriteAttributeString("x", Number(line.Centre));
                svg.WriteAttributeString("y", Number(line.Baseline));
                svg.WriteAttributeString("text-anchor", "middle");
                svg.WriteAttributeString("font-family", Fonts);
                svg.WriteAttributeString("font-size", Number(line.Size));
                svg.WriteAttributeString("font-weight", line.Bold ? "bold" : "normal");
                svg.WriteAttributeString("lang", line.Text.Language);
                svg.WriteString(line.Text.Text);
                svg.WriteEndElement();
            }

            svg.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static string QrPath(PlaqueLayout plaque)
    {
        var module = plaque.QrSide / plaque.Modules.Count;
        return string.Concat(plaque.Modules.SelectMany((row, y) => PlaqueLayout.Runs(row).Select(run =>
            $"M{Number(plaque.QrLeft + run.First * module)} {Number(plaque.QrTop + y * module)}h{Number(run.Count * module)}v{Number(module)}h-{Number(run.Count * module)}z")));
    }

    private static void Element(XmlWriter svg, string name, params (string Name, string Value)[] attributes)
    {
        svg.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            svg.WriteAttributeString(attribute, value);
        }

        svg.WriteEndElement();
    }

    private static string Number(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
