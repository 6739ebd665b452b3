using System.Numerics;
using System.Numerics.Tensors;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// The signs of vectors' numbers, a bit each, seen from the vectors' mean. The share of signs in which two vectors differ tells the angle between
/// them, to about six degrees for 256 numbers (M. Charikar, Similarity estimation techniques from rounding algorithms, 2002): enough to leave most
/// of a table unread.
/// </summary>
internal sealed class SignTable
{
    private const int Bits = 64;

    // Scores lie between -1 and about 3.
    private const int Steps = 4_096;
    private const float Least = -2;
    private const float StepsAPoint = Steps / 6f;
    private readonly float[] _mean;
    private readonly float[] _cosines;
    private readonly ulong[] _signs;

    // Of each vector: its length seen from the mean, and its dot product with the mean.
    private readonly float[] _lengths;
    private readonly float[] _alongMean;

    /// <param name="count">Number of vectors.</param>
    /// <param name="dimensions">Numbers in each.</param>
    /// <param name="read">Writes the vector of a row.</param>
    public SignTable(int count, int dimensions, Action<int, Span<float>> read)
    {
        Span<float> vector = new float[dimensions];
        _mean = new float[dimensions];
        _cosines = [.. Enumerable.Range(0, dimensions + 1).Select(apart => MathF.Cos(MathF.PI * apart / dimensions))];
        (_lengths, _alongMean) = (new float[count], new float[count]);
        for (var row = 0; row < count; row++)
        {
            read(row, vector);
            TensorPrimitives.Add(_mean, vector, _mean);
        }

        TensorPrimitives.Divide(_mean, Math.Max(1, count), _mean);
        var words = (dimensions + Bits - 1) / Bits;
        _signs = new ulong[(long)count * words];
        for (var row = 0; row < count; row++)
        {
            read(row, vector);
            _alongMean[row] = TensorPrimitives.Dot(vector, _mean);
            _lengths[row] = Sign(vector, _signs.AsSpan(row * words, words));
        }
    }

    /// <summary>Estimates each row's score, and returns what the wanted number of rows reach.</summary>
    /// <param name="query">The question's vector.</param>
    /// <param name="scores">What is known of each row's score; the cosine comes on top.</param>
    /// <param name="allowed">Which rows count; null for all.</param>
    /// <param name="wanted">How many rows, about.</param>
    /// <param name="estimates">Takes the estimates, negative infinity for a row that does not count.</param>
    public float Floor(ReadOnlySpan<float> query, ReadOnlySpan<float> scores, Predicate<int>? allowed, int wanted, Span<float> estimates)
    {
        Span<ulong> asked = stackalloc ulong[(query.Length + Bits - 1) / Bits];
        var constant = TensorPrimitives.Dot(query, _mean) - TensorPrimitives.SumOfSquares<float>(_mean);
        var length = Sign([.. query], asked);
        var reached = new int[Steps];
        for (var row = 0; row < scores.Length; row++)
        {
            if (allowed is not null && !allowed(row))
            {
                estimates[row] = float.NegativeInfinity;
                continue;
            }

            var apart = 0;
            for (var w = 0; w < asked.Length; w++)
            {
                apart += BitOperations.PopCount(_signs[row * asked.Length + w] ^ asked[w]);
            }

            estimates[row] = scores[row] + _cosines[apart] * length * _lengths[row] + _alongMean[row] + constant;
            reached[Step(estimates[row])]++;
        }

        var step = Steps;
        for (var rows = 0; step > 0 && rows < wanted;)
        {
            rows += reached[--step];
        }

        return Least + step / StepsAPoint;
    }

    /// <summary>Sees a vector from the mean, in place; returns its length from there.</summary>
    private float Sign(Span<float> vector, Span<ulong> signs)
    {
        TensorPrimitives.Subtract(vector, _mean, vector);
        for (var i = 0; i < vector.Length; i++)
        {
            signs[i / Bits] |= vector[i] > 0 ? 1UL << i % Bits : 0;
        }

        return TensorPrimitives.Norm<float>(vector);
    }

    private static int Step(float estimate) => Math.Clamp((int)((estimate - Least) * StepsAPoint), 0, Steps - 1);
}
