using QRCoder;

namespace HeritageGuide.Adapters.Media;

/// <summary>Draws a plaque's QR code: error correction level Q, so that a quarter of it may be scratched or dirty.</summary>
public static class QrCode
{
    private const int PixelsAModule = 12;

    /// <summary>The address on a plaque, upper case throughout: QR's alphanumeric mode makes the code a third smaller.</summary>
    public static string Address(string publicUrl, string code) => new Uri($"{publicUrl}/q/{code}").AbsoluteUri.ToUpperInvariant();

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
