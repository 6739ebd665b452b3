using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// Of unit-length vectors the signs alone, a bit a number: a sieve before a closer look. The question's numbers count in full, so that a cosine is
/// exact to about 0.75 / √dimensions (one standard deviation; 0.05 for 256). Four signs are one entry of a table made for the question, looked up for
/// sixteen vectors at once (the "fast scan" of product quantisation: André, Kermarrec, Le Scouarnec 2015).
/// </summary>
public sealed class SignVectors(int count, int dimensions)
{
    private const int Rows = 16;
    private const int Numbers = 8;

    // Two entries are added up in one byte.
    private const float Highest = 127;

    // A block is sixteen vectors: of each eight numbers the first four signs of all sixteen in the lower halves of as many bytes, the others in the upper.
    private readonly byte[] _signs = new byte[(long)(count + Rows - 1) / Rows * Rows * dimensions / Numbers];

    /// <summary>Whether vectors of this length can be kept so.</summary>
    public static bool Fits(int dimensions) => dimensions > 0 && dimensions % Numbers == 0;

    /// <summary>Keeps the signs of a vector, whatever its length.</summary>
    public void Set(int index, ReadOnlySpan<float> vector)
    {
        for (var first = 0; first < dimensions; first += Numbers)
        {
            var signs = 0;
            for (var i = 0; i < Numbers; i++)
            {
                signs |= vector[first + i] > 0 ? 1 << i : 0;
            }

            _signs[index / Rows * (Rows * dimensions / Numbers) + first / Numbers * Rows + index % Rows] = (byte)signs;
        }
    }

    /// <summary>Cosine of the question with every vector, about.</summary>
    /// <param name="question">Unit-length vector.</param>
    /// <param name="cosines">Takes one number a vector.</param>
    public void Cosines(ReadOnlySpan<float> question, Span<float> cosines)
    {
        var (entries, step, least) = Entries(question);
        var scale = MathF.Sqrt(MathF.PI / (2 * dimensions));
        Span<ushort> sums = stackalloc ushort[Rows];
        for (var block = 0; block * Rows < count; block++)
        {
            Sums(entries, block, sums);
            var rows = Math.Min(Rows, count - block * Rows);
            for (var i = 0; i < rows; i++)
            {
                cosines[block * Rows + i] = (sums[i] * step + least) * scale;
            }
        }
    }

    // For each four numbers of the question their sums under all sixteen patterns of signs, in bytes; a sum of bytes times step, plus least, is the sum of numbers.
    private (byte[] Entries, float Step, float Least) Entries(ReadOnlySpan<float> question)
    {
        var groups = dimensions / 4;
        var sums = new float[groups * 16];
        var (widest, least) = (0f, 0f);
        for (var group = 0; group < groups; group++)
        {
            var four = question.Slice(group * 4, 4);
            var most = 0f;
            foreach (var number in four)
            {
                most += Math.Abs(number);
            }

            (widest, least) = (Math.Max(widest, 2 * most), least - most);
            for (var pattern = 0; pattern < 16; pattern++)
            {
                var sum = most;
                for (var i = 0; i < 4; i++)
                {
                    sum += (pattern >> i & 1) == 1 ? four[i] : -four[i];
                }

                sums[group * 16 + pattern] = sum;
            }
        }

        var step = widest / Highest;
        return ([.. sums.Select(s => (byte)(step > 0 ? MathF.Round(s / step) : 0))], step, least);
    }

    private void Sums(byte[] entries, int block, Span<ushort> sums)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(entries);
        ref var signs = ref _signs[block * (Rows * dimensions / Numbers)];
        var (all, odd, four) = (Vector128<ushort>.Zero, Vector128<ushort>.Zero, Vector128.Create((byte)15));
        for (var i = 0; i < dimensions / Numbers; i++)
        {
            var sixteen = Vector128.LoadUnsafe(ref signs, (nuint)(i * Rows));
            var low = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, (nuint)(i * 32)), sixteen & four);
            var high = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, (nuint)(i * 32 + 16)), Vector128.ShiftRightLogical(sixteen.AsUInt16(), 4).AsByte() & four);
            var both = (low + high).AsUInt16();

            // The sums of even rows grow in the lower bytes of "all", disturbed by those of the odd rows above them, which are taken off at the end.
            all += both;
            odd += Vector128.ShiftRightLogical(both, 8);
        }

        var even = all - Vector128.ShiftLeft(odd, 8);
        for (var i = 0; i < Rows; i += 2)
        {
            sums[i] = even[i / 2];
            sums[i + 1] = odd[i / 2];
        }
    }
}
