using System.Numerics;

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
    public float[] Cosines(float[] question)
    {
        var cosines = new float[_dimensions == 0 ? 0 : _values.Length / _dimensions];
        Span<sbyte> asked = stackalloc sbyte[_dimensions];
        Quantize(question, asked);
        for (var v = 0; v < cosines.Length; v++)
        {
            cosines[v] = Dot(asked, _values.AsSpan(v * _dimensions, _dimensions)) / (Full * Full);
        }

        return cosines;
    }

    private static void Quantize(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(Math.Clamp(vector[i], -1, 1) * Full);
        }
    }

    private static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var (sum, i) = (Vector<int>.Zero, 0);
        for (; i + Vector<sbyte>.Count <= a.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var a0, out var a1);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var b0, out var b1);
            Vector.Widen(a0 * b0, out var s0, out var s1);
            Vector.Widen(a1 * b1, out var s2, out var s3);
            sum += s0 + s1 + s2 + s3;
        }

        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }
}
