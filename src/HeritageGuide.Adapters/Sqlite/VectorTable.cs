using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Vectors of one signed byte a number. A large table is scanned by its signs first: 100,000 vectors of 256 take less than a millisecond.</summary>
internal sealed class VectorTable(int count, int dimensions)
{
    private const int SmallestSieved = 4_096;
    private const int SampledRow = 16;
    private const int RowsAhead = 16;
    private readonly sbyte[] _bytes = new sbyte[(long)count * dimensions];
    private readonly float[] _scales = new float[count];

    // Below, a scan takes no time, and the rows that seem nearest would be a large part of all.
    private readonly SignVectors? _sieve = count >= SmallestSieved && SignVectors.Fits(dimensions) ? new SignVectors(count, dimensions) : null;

    // How far from the middle the vectors lie, on average.
    private float _spread;

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

    /// <summary>Makes the sieve, once all vectors are set. The signs are those around the middle: some models' vectors all lie in one corner and would share most of them.</summary>
    public void Complete()
    {
        if (_sieve is null)
        {
            return;
        }

        var (middle, vector) = (new float[dimensions], new float[dimensions]);
        for (var row = 0; row < count; row++)
        {
            Read(row, vector);
            TensorPrimitives.Add(middle, vector, middle);
        }

        TensorPrimitives.Divide(middle, count, middle);
        for (var row = 0; row < count; row++)
        {
            Read(row, vector);
            TensorPrimitives.Subtract(vector, middle, vector);
            _sieve.Set(row, vector);
            _spread += TensorPrimitives.Norm<float>(vector) / count;
        }
    }

    public float[] Vector(int index)
    {
        var vector = new float[dimensions];
        Read(index, vector);
        return vector;
    }

    private void Read(int index, Span<float> vector)
    {
        TensorPrimitives.ConvertTruncating<sbyte, float>(_bytes.AsSpan(index * dimensions, dimensions), vector);
        TensorPrimitives.Multiply(vector, _scales[index], vector);
    }

    /// <summary>The rows with the highest sum of a score above 0 and the cosine with the query, best first.</summary>
    /// <param name="query">Unit-length vector.</param>
    /// <param name="scores">What each row has already.</param>
    /// <param name="allowed">Which rows may be found; null for all.</param>
    /// <param name="limit">How many.</param>
    public List<(int Row, float Score)> Best(ReadOnlySpan<float> query, ReadOnlySpan<float> scores, Predicate<int>? allowed, int limit)
    {
        var (scale, bytes) = Quantize(query);
        var wide = new short[dimensions];
        TensorPrimitives.ConvertTruncating<sbyte, short>(MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan()), wide);
        var best = new BestRows(limit);
        var rows = Promising(query, scores, allowed, limit);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i + RowsAhead < rows.Count)
            {
                Prefetch.Bytes(ref _bytes[rows[i + RowsAhead] * dimensions], dimensions);
            }

            var score = scores[rows[i]] + ByteVectors.Dot(wide, _bytes.AsSpan(rows[i] * dimensions, dimensions)) * _scales[rows[i]] * scale;
            if (score > 0)
            {
                best.Add(rows[i], score);
            }
        }

        return best.Take();
    }

    // In ascending order the rows worth a closer look: about as many as hold 99.7 % of the nearest fifty of 100,000 (benchmarks.md).
    private List<int> Promising(ReadOnlySpan<float> query, ReadOnlySpan<float> scores, Predicate<int>? allowed, int limit)
    {
        var about = ArrayPool<float>.Shared.Rent(count);
        var cosines = about.AsSpan(0, count);
        var floor = float.NegativeInfinity;
        if (_sieve is null)
        {
            cosines.Clear();
        }
        else
        {
            _sieve.Cosines(query, cosines);

            // How near the middle is to the question is the same for all.
            TensorPrimitives.MultiplyAdd(cosines, _spread, scores, cosines);
            floor = Floor(cosines, allowed, (int)((500 + 30 * limit) * Math.Max(1, Math.Sqrt(count / 100_000.0))));
        }

        var rows = new List<int>();
        for (var row = 0; row < count; row++)
        {
            if (cosines[row] >= floor && (allowed is null || allowed(row)))
            {
                rows.Add(row);
            }
        }

        ArrayPool<float>.Shared.Return(about);
        return rows;
    }

    // The score that about so many allowed rows reach, by a sample of them.
    private static float Floor(ReadOnlySpan<float> scores, Predicate<int>? allowed, int wanted)
    {
        var best = new BestRows(wanted / SampledRow);
        for (var row = 0; row < scores.Length; row += SampledRow)
        {
            if (allowed is null || allowed(row))
            {
                best.Add(row, scores[row]);
            }
        }

        return best.Floor;
    }
}
