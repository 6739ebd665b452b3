using QRCoder;

namespace HeritageGuide.Adapters.Media;

/// <summary>Draws a plaque's QR code: error correction level Q, so that a quarter of it may be scratched or dirty.</summary>
public static class QrCode
{
    private const int PixelsAModule = 12;

    /// <summary>The address on a plaque, upper case throughout: QR's alphanumeric mode makes the code a third smaller.</summary>
    public static string Address(string publicUrl, string code) => new Uri($"{publicUrl}/q/{code}").AbsoluteUri.ToUpperInvariant();

    /// <summary>What an NFC tag of the plaque holds: the same address as people write it, marked so that taps are counted apart.</summary>
    public static string TagAddress(string publicUrl, string code) => new Uri($"{publicUrl}/q/{code}?via=nfc").AbsoluteUri;

    /// <summary>The code's modules, row by row, dark ones true, with the quiet zone of four modules around it.</summary>
    public static IReadOnlyList<IReadOnlyList<bool>> Modules(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        return [.. data.ModuleMatrix.Select(r => (IReadOnlyList<bool>)[.. r.Cast<bool>()])];
    }

    public static string Svg(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        return new SvgQRCode(data).GetGraphic(PixelsAModule);
    }

    public static byte[] Png(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        return new PngByteQRCode(data).GetGraphic(PixelsAModule);
    }
}
