using System.Globalization;

namespace HeritageGuide.Core.Guide;

/// <summary>The identity that a Bluetooth beacon sends, in one canonical spelling.</summary>
public readonly record struct BeaconId(string Value)
{
    /// <summary>An iBeacon: proximity UUID, major and minor (0–65,535); null where malformed.</summary>
    public static BeaconId? IBeacon(string uuid, string major, string minor) =>
        Guid.TryParseExact(uuid, "D", out var id) && TryShort(major, out var a) && TryShort(minor, out var b)
            ? new BeaconId($"ibeacon/{id:D}/{a}/{b}")
            : null;

    /// <summary>An Eddystone-UID: namespace of 10 bytes and instance of 6 bytes, in hexadecimal; null where malformed.</summary>
    public static BeaconId? Eddystone(string @namespace, string instance) =>
        IsHex(@namespace, 20) && IsHex(instance, 12)
            ? new BeaconId($"eddystone/{@namespace.ToLowerInvariant()}/{instance.ToLowerInvariant()}")
            : null;

    /// <summary>Reads the canonical spelling back; null where malformed.</summary>
    public static BeaconId? Parse(string? text) => text?.Split('/') switch
    {
        ["ibeacon", var uuid, var major, var minor] => IBeacon(uuid, major, minor),
        ["eddystone", var ns, var instance] => Eddystone(ns, instance),
        _ => null,
    };

    private static bool TryShort(string text, out ushort value) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigit);
}
