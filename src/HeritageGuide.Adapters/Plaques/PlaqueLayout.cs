using HeritageGuide.Adapters.Media;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>A line of text, centred on a point of its baseline; millimetres from the sheet's upper left corner.</summary>
public sealed record PlacedText(SheetText Text, double Centre, double Baseline, double Size, bool Bold);

/// <summary>Where everything of a plaque stands: the same for PDF and SVG.</summary>
public sealed class PlaqueLayout
{
    private readonly List<PlacedText> _texts = [];
    private double _y;

    public PlaqueLayout(PlaqueSheet sheet, SheetSize size)
    {
        (Sheet, Size) = (sheet, size);
        Modules = QrCode.Modules(sheet.QrAddress);
        if (size.Width > size.Height)
        {
            Beside();
        }
        else
        {
            Below();
        }
    }

    public PlaqueSheet Sheet { get; }
    public SheetSize Size { get; }

    /// <summary>The QR code with its quiet zone, dark modules true.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Modules { get; }

    public double QrLeft { get; private set; }
    public double QrTop { get; private set; }

    /// <summary>Side of the QR code with its quiet zone.</summary>
    public double QrSide { get; private set; }

    public IReadOnlyList<PlacedText> Texts => _texts;

    /// <summary>Dark modules of a row that touch each other, as (first column, how many): drawn as one, so that no hairlines stand between them.</summary>
    public static IEnumerable<(int First, int Count)> Runs(IReadOnlyList<bool> row)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var first = x;
            while (x < row.Count && row[x])
            {
                x++;
            }

            if (x > first)
            {
                yield return (first, x - first);
            }
        }
    }

    private void Below()
    {
        var u = Size.Width / 105;
        var (centre, width) = (Size.Width / 2, Size.Width - 16 * u);
        _y = 8 * u;
        Column(Sheet.Titles, centre, width, [7 * u, 5 * u], lines: 2, firstBold: true);
        QrSide = 64 * u;
        (QrLeft, QrTop) = (centre - QrSide / 2, _y + 1 * u);
        _y = QrTop + QrSide + 1 * u;
        Code(centre, 10 * u);
        Column(Sheet.Calls, centre, width, [5 * u, 4.2 * u], lines: 1, firstBold: true);
        Column([Sheet.Typing], centre, width, [3.8 * u], lines: 1, firstBold: false);
    }

    private void Beside()
    {
        QrSide = Size.Height - 4;
        (QrLeft, QrTop) = (1, 2);
        var left = QrLeft + QrSide;
        var (centre, width) = ((left + Size.Width - 3) / 2, Size.Width - 3 - left);
        _y = 3.5;
        Column(Sheet.Titles, centre, width, [4, 3.2], lines: 3, firstBold: true);
        _y = Math.Max(_y, Size.Height - 22.5);
        Column(Sheet.Calls, centre, width, [3.2, 2.8], lines: 1, firstBold: false);
        Code(centre, 6.5);
        Column([Sheet.Typing], centre, width, [2.6], lines: 1, firstBold: false);
    }

    private void Code(double centre, double size)
    {
        // A wide space between the letters: a code is read letter by letter.
        Place(new SheetText(string.Join('\u2002', Sheet.Code.ToCharArray()), "zxx"), centre, size, bold: true);
        _y += size * 0.2;
    }

    private void Column(IReadOnlyList<SheetText> texts, double centre, double width, double[] sizes, int lines, bool firstBold)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var bold = firstBold && i == 0;
            var size = sizes[Math.Min(i, sizes.Length - 1)];
            var wrapped = TextMeasure.Wrap(texts[i].Text, width, size, bold);
            while (wrapped.Count > lines || wrapped.Any(l => TextMeasure.Width(l, size, bold) > width))
            {
                size *= 0.93;
                wrapped = TextMeasure.Wrap(texts[i].Text, width, size, bold);
            }

            foreach (var line in wrapped)
            {
                Place(texts[i] with { Text = line }, centre, size, bold);
            }

            _y += size * 0.25;
        }
    }

    private void Place(SheetText text, double centre, double size, bool bold)
    {
        _texts.Add(new PlacedText(text, centre, _y + size, size, bold));
        _y += size * 1.25;
    }
}
