using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// Vectors of one signed byte a number. Few are scanned whole; of many, those whose numbers have the question's signs (<see cref="SignTable"/>)
/// are looked at, so that a search reads an eighth of the memory.
/// </summary>
internal sealed class VectorTable(int count, int dimensions)
{
    /// <summary>Up to so many vectors a scan of them all takes half a millisecond.</summary>
    private const int ScannedWhole = 20_000;

    /// <summary>At least so many are looked at closely, or one in <see cref="OneIn"/>: 99.9 % of the ten nearest of 100,000 are among them.</summary>
    private const int FewestLookedAt = 4_000;
    private const int OneIn = 50;
    private readonly sbyte[] _bytes = new sbyte[(long)count * dimensions];
    private readonly float[] _scales = new float[count];
    private SignTable? _signs;

    public int Dimensions => dimensions;

    /// <summary>The vector as bytes, and the number that one step is worth.</summary>
    public static (float Scale, byte[] Bytes) Quantize(ReadOnlySpan<float> vector)
    {
        var scale = vector.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(vector)) / 127f;
        var bytes = new byte[vector.Length];
        for (var i = 0; i < bytes.Length && scale > 0; i++)
        {
            bytes[i] = (byte)(sbyte)Math.Round(vector[i] / scale);
        }

        return (scale, bytes);
    }

    public void Set(int index, float scale, byte[] bytes)
    {
        _scales[index] = scale;
        MemoryMarshal.Cast<byte, sbyte>(bytes).CopyTo(_bytes.AsSpan(index * dimensions, dimensions));
    }

    /// <summary>To be called once, when every vector is set.</summary>
    public void Complete() => _signs = count > ScannedWhole ? new SignTable(count, dimensions, Read) : null;

    public float[] Vector(int index)
    {
        var vector = new float[dimensions];
        Read(index, vector);
        return vector;
    }

    /// <summary>Adds to each allowed row's score its dot product with the query; a row that cannot come among the best is put to nothing.</summary>
    /// <param name="query">Unit-length vector.</param>
    /// <param name="scores">What speaks for each row so far; as long as there are rows or longer.</param>
    /// <param name="allowed">Which rows may be found; null for all.</param>
    public void AddCosines(ReadOnlySpan<float> query, float[] scores, Predicate<int>? allowed)
    {
        var estimates = _signs is null ? null : ArrayPool<float>.Shared.Rent(count);
        var floor = _signs?.Floor(query, scores.AsSpan(0, count), allowed, Math.Max(FewestLookedAt, count / OneIn), estimates) ?? 0;
        var (scale, bytes) = Quantize(query);
        var wide = new short[dimensions];
        TensorPrimitives.ConvertTruncating<sbyte, short>(MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan()), wide);
        for (var i = 0; i < count; i++)
        {
            if (estimates is not null && estimates[i] < floor)
            {
                scores[i] = 0;
            }
            else if (allowed is null || allowed(i))
            {
                scores[i] += ByteVectors.Dot(wide, _bytes.AsSpan(i * dimensions, dimensions)) * _scales[i] * scale;
            }
        }

        if (estimates is not null)
        {
            ArrayPool<float>.Shared.Return(estimates);
        }
    }

    private void Read(int index, Span<float> vector)
    {
        var bytes = _bytes.AsSpan(index * dimensions, dimensions);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = bytes[i] * _scales[index];
        }
    }
}
