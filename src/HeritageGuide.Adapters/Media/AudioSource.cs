using System.Globalization;
using System.Runtime.InteropServices;

namespace HeritageGuide.Adapters.Media;

/// <summary>Sound as ffmpeg is given it.</summary>
/// <param name="Arguments">The input, as arguments.</param>
/// <param name="Input">Bytes for standard input; null where a file is read.</param>
internal sealed record AudioSource(IReadOnlyList<string> Arguments, byte[]? Input)
{
    /// <summary>Kinds of file that may be read; lists of other files and of addresses are not among them.</summary>
    public const string Kinds = "wav,mp3,ogg,flac,aac,aiff,w64,caf,amr,asf,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2";

    /// <summary>Mono samples, 16 bits.</summary>
    public static AudioSource Of(short[] samples, int rate) =>
        new(["-f", "s16le", "-ar", rate.ToString(CultureInfo.InvariantCulture), "-ac", "1", "-i", "pipe:0"], MemoryMarshal.AsBytes(samples.AsSpan()).ToArray());

    /// <summary>The first sound in a file, no longer than a limit.</summary>
    public static AudioSource Of(string path, TimeSpan longest) => new(
        ["-protocol_whitelist", "file", "-format_whitelist", Kinds, "-t", longest.TotalSeconds.ToString(CultureInfo.InvariantCulture), "-i", "file:" + Path.GetFullPath(path), "-map_metadata", "-1"], null);
}
