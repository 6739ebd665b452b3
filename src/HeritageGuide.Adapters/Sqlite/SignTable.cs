using System.Numerics;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// The signs of vectors, a bit a number. The share of signs in which two vectors differ tells the angle between them, to about six degrees for 256
/// numbers (M. Charikar, Similarity estimation techniques from rounding algorithms, 2002): enough to leave most of a table unread.
/// </summary>
internal sealed class SignTable(int count, int dimensions)
{
    private const int Bits = 64;

    // Scores lie between -1 and about 3.
    private const int Steps = 4_096;
    private const float Least = -2;
    private const float StepsAPoint = Steps / 6f;
    private readonly int _words = (dimensions + Bits - 1) / Bits;
    private readonly ulong[] _signs = new ulong[(long)count * ((dimensions + Bits - 1) / Bits)];

    public void Set(int row, ReadOnlySpan<sbyte> vector)
    {
        for (var i = 0; i < vector.Length && _signs.Length > 0; i++)
        {
            _signs[row * _words + i / Bits] |= vector[i] > 0 ? 1UL << i % Bits : 0;
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
        Span<ulong> asked = stackalloc ulong[_words];
        for (var i = 0; i < query.Length; i++)
        {
            asked[i / Bits] |= query[i] > 0 ? 1UL << i % Bits : 0;
        }

        float[] cosines = [.. Enumerable.Range(0, dimensions + 1).Select(apart => MathF.Cos(MathF.PI * apart / dimensions))];
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

            estimates[row] = scores[row] + cosines[apart];
            reached[Step(estimates[row])]++;
        }

        var step = Steps;
        for (var rows = 0; step > 0 && rows < wanted;)
        {
            rows += reached[--step];
        }

        return Least + step / StepsAPoint;
    }

    private static int Step(float estimate) => Math.Clamp((int)((estimate - Least) * StepsAPoint), 0, Steps - 1);
}
