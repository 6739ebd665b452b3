using System.Globalization;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>A sheet to cut or engrave a plaque from; sides in millimetres.</summary>
public sealed record SheetSize(string Name, double Width, double Height)
{
    public static IReadOnlyList<SheetSize> All { get; } = [new("a4", 210, 297), new("a6", 105, 148), new("label", 90, 50)];

    public static SheetSize? Find(string name) => All.FirstOrDefault(s => s.Name == name.Trim().ToLowerInvariant());
}

/// <summary>Words in one language.</summary>
/// <param name="Language">The language's BCP 47 tag.</param>
public sealed record SheetText(string Text, string Language);

/// <summary>What a plaque says.</summary>
/// <param name="Code">The code.</param>
/// <param name="QrAddress">What the QR code holds: upper case.</param>
/// <param name="Titles">The stop's title in the chosen languages.</param>
/// <param name="Calls">"Scan to listen" in the chosen languages.</param>
/// <param name="Typing">How to come without a camera: the address, in the first language.</param>
public sealed record PlaqueSheet(string Code, string QrAddress, IReadOnlyList<SheetText> Titles, IReadOnlyList<SheetText> Calls, SheetText Typing)
{
    /// <summary>The address as a person types it: without what browsers add themselves.</summary>
    public static string TypedAddress(string publicUrl, string code)
    {
        var address = new Uri($"{publicUrl}/q/{code}");
        return (address.Scheme == Uri.UriSchemeHttps ? "" : "http://") + new IdnMapping().GetUnicode(address.Host) + (address.IsDefaultPort ? "" : $":{address.Port}") + address.AbsolutePath;
    }

    /// <summary>Whether the font inside our PDFs can write all of it. It is Latin; other scripts are printed from the SVG or the plaque's page.</summary>
    public bool FitsPdf => Titles.Concat(Calls).Append(Typing).All(t => t.Text.All(c => c < 0x2E80 && c is not (>= '\u1780' and <= '\u17FF') && c is not (>= '\u1100' and <= '\u11FF')));
}
