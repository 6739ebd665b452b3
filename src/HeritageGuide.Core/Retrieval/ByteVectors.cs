using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Unit-length vectors in signed bytes, one after the other: a quarter of the memory to read, exact to about 0.005 of a cosine.</summary>
public sealed class ByteVectors
{
    private const float Full = 127;
    private readonly sbyte[] _values;
    private readonly int _dimensions;

    public ByteVectors(IReadOnlyList<float[]> vectors, int dimensions)
    {
        _dimensions = dimensions;
        _values = new sbyte[vectors.Count * dimensions];
        for (var v = 0; v < vectors.Count; v++)
        {
            Quantize(vectors[v], _values.AsSpan(v * dimensions, dimensions));
        }
    }

    /// <summary>Cosine of the question with every vector, about.</summary>
    /// <param name="question">Unit-length vector.</param>
    /// <param name="cosines">Takes one number a vector.</param>
    public void Cosines(float[] question, Span<float> cosines)
    {
        Span<sbyte> asked = stackalloc sbyte[_dimensions];
        Quantize(question, asked);
        var wide = new short[_dimensions];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = asked[i];
        }

        for (var v = 0; v < cosines.Length; v++)
        {
            cosines[v] = Dot(wide, _values.AsSpan(v * _dimensions, _dimensions)) / (Full * Full);
        }
    }

    private static void Quantize(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(Math.Clamp(vector[i], -1, 1) * Full);
        }
    }

    /// <summary>Dot product of a question's numbers, widened once, with a vector's bytes.</summary>
    public static int Dot(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> row)
    {
        var i = 0;
        var total = 0;
        if (Avx2.IsSupported)
        {
            ref var x = ref MemoryMarshal.GetReference(query);
            ref var y = ref MemoryMarshal.GetReference(row);
            var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (; i + 32 <= row.Length; i += 32)
            {
                even += Products(ref x, ref y, (nuint)i);
                odd += Products(ref x, ref y, (nuint)i + 16);
            }

            total = Vector256.Sum(even + odd);
        }
        else
        {
            var sum = Vector<int>.Zero;
            for (; i + Vector<sbyte>.Count <= row.Length; i += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(row[i..]), out var low, out var high);
                Vector.Widen(low * new Vector<short>(query[i..]), out var s0, out var s1);
                Vector.Widen(high * new Vector<short>(query[(i + Vector<short>.Count)..]), out var s2, out var s3);
                sum += s0 + s1 + s2 + s3;
            }

            total = Vector.Sum(sum);
        }

        for (; i < row.Length; i++)
        {
            total += query[i] * row[i];
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(ref short x, ref sbyte y, nuint i) =>
        Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref x, i), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref y, i)));
}
