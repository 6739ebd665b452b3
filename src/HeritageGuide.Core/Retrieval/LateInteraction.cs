using System.Numerics;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Similarities between a question and a text: cosine of their vectors, and MaxSim of their words.</summary>
public static class LateInteraction
{
    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => a.Length == b.Length ? Dot(a, b) : 0;

    /// <summary>
    /// For each word of the question the nearest word of the text, averaged by the weight of the question's words; 0 to 1 in practice.
    /// </summary>
    public static double MaxSim(UnitVectors question, UnitVectors text, int dimensions) => MaxSim(question, question.Weights, text, dimensions);

    /// <summary>As above, with weights of its own for the question's words.</summary>
    public static double MaxSim(UnitVectors question, float[] weightsOfQuestion, UnitVectors text, int dimensions)
    {
        if (question.Count == 0 || text.Count == 0)
        {
            return 0;
        }

        var (sum, weights) = (0.0, 0.0);
        for (var q = 0; q < question.Count; q++)
        {
            if (weightsOfQuestion[q] <= 0)
            {
                continue;
            }

            var unit = question.Values.AsSpan(q * dimensions, dimensions);
            var best = -1f;
            for (var t = 0; t < text.Count; t++)
            {
                best = Math.Max(best, Dot(unit, text.Values.AsSpan(t * dimensions, dimensions)));
            }

            sum += weightsOfQuestion[q] * best;
            weights += weightsOfQuestion[q];
        }

        return weights > 0 ? sum / weights : 0;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (s0, s1, i) = (Vector<float>.Zero, Vector<float>.Zero, 0);
        for (; i + 2 * Vector<float>.Count <= a.Length; i += 2 * Vector<float>.Count)
        {
            s0 += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
            s1 += new Vector<float>(a[(i + Vector<float>.Count)..]) * new Vector<float>(b[(i + Vector<float>.Count)..]);
        }

        var total = Vector.Sum(s0 + s1);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }
}
