using System.Buffers.Binary;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Voices;

/// <summary>Reads the sound of one sentence from a WAV file: 16-bit PCM, mono or stereo.</summary>
internal static class WavFile
{
    private const int HeaderBytes = 12;
    private const int FormatBytes = 16;
    private const ushort Pcm = 1;
    private const ushort Extensible = 0xFFFE;

    /// <param name="wav">The file. Lengths that were not known when it was written, as in a pipe, are taken as "to the end".</param>
    /// <param name="engine">Who spoke, for messages.</param>
    /// <exception cref="VoiceException">This is no such file, or it holds no sound.</exception>
    public static Speech Read(ReadOnlySpan<byte> wav, string engine)
    {
        if (wav.Length < HeaderBytes || !wav[..4].SequenceEqual("RIFF"u8) || !wav[8..12].SequenceEqual("WAVE"u8))
        {
            throw new VoiceException($"{engine} gave no sound, but {Described(wav)}.");
        }

        var (channels, rate) = (0, 0);
        for (var at = HeaderBytes; at + 8 <= wav.Length;)
        {
            var name = wav.Slice(at, 4);
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(wav[(at + 4)..]), (uint)(wav.Length - at - 8));
            var body = wav.Slice(at + 8, length);
            if (name.SequenceEqual("fmt "u8) && length >= FormatBytes)
            {
                (channels, rate) = Format(body, engine);
            }
            else if (name.SequenceEqual("data"u8) && channels > 0)
            {
                return length >= 2 * channels ? new Speech(Samples(body, channels), rate) : throw new VoiceException($"{engine} gave an empty sound.");
            }

            at += 8 + length + length % 2;
        }

        throw new VoiceException($"{engine} gave a WAV file without sound.");
    }

    private static (int Channels, int Rate) Format(ReadOnlySpan<byte> body, string engine)
    {
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(body);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
        var rate = BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
        return kind is Pcm or Extensible && bits == 16 && channels is 1 or 2 && rate is >= 8_000 and <= 192_000
            ? (channels, rate)
            : throw new VoiceException($"{engine} gave a WAV file of kind {kind} with {channels} channels of {bits} bits at {rate} Hz; 16-bit PCM is wanted.");
    }

    private static short[] Samples(ReadOnlySpan<byte> data, int channels)
    {
        var samples = new short[data.Length / (2 * channels)];
        for (var i = 0; i < samples.Length; i++)
        {
            var left = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * channels * i)..]);
            samples[i] = channels == 1 ? left : (short)((left + BinaryPrimitives.ReadInt16LittleEndian(data[(4 * i + 2)..])) / 2);
        }

        return samples;
    }

    private static string Described(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 0 ? "nothing" : $"{bytes.Length} bytes that are no WAV file";
}
