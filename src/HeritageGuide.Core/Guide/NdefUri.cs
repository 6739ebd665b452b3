using System.Text;

namespace HeritageGuide.Core.Guide;

/// <summary>What is written on an NFC tag: one NDEF message with one short URI record (NFC Forum RTD-URI 1.0).</summary>
public static class NdefUri
{
    /// <summary>Room on the smallest common tag (NTAG213) after its three bytes of TLV framing.</summary>
    public const int SmallTagBytes = 141;

    private static readonly (string Text, byte Code)[] s_prefixes =
        [("https://www.", 0x02), ("http://www.", 0x01), ("https://", 0x04), ("http://", 0x03)];

    /// <summary>The message's bytes for an address of at most 254 bytes.</summary>
    /// <exception cref="ArgumentException">The address is too long for a short record.</exception>
    public static byte[] Message(string address)
    {
        var (prefix, code) = s_prefixes.FirstOrDefault(p => address.StartsWith(p.Text, StringComparison.Ordinal));
        var rest = Encoding.UTF8.GetBytes(address[(prefix?.Length ?? 0)..]);
        return rest.Length <= 254
            // MB, ME and SR set, well-known type; length of type, length of payload, "U", prefix.
            ? [0xD1, 0x01, (byte)(rest.Length + 1), (byte)'U', code, .. rest]
            : throw new ArgumentException("The address is longer than 254 bytes: a tag's short record cannot hold it.", nameof(address));
    }
}
