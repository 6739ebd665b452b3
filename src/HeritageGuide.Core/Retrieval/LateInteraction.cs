using System.Numerics;
using System.Runtime.InteropServices;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Similarities between a question and a text: cosine of their vectors, and MaxSim of their words.</summary>
public static class LateInteraction
{
    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => a.Length == b.Length ? Dot(a, b) : 0;

    /// <summary>
    /// For each word of the question the nearest word of the text, averaged by the weight of the question's words; 0 to 1 in practice.
    /// </summary>
    public static double MaxSim(UnitVectors question, UnitVectors text, int dimensions) => MaxSim(question, text.Values, dimensions);

    /// <summary>The same over the words of a text one after the other.</summary>
    /// <param name="text">Words × dimensions numbers.</param>
    public static double MaxSim(UnitVectors question, ReadOnlySpan<float> text, int dimensions)
    {
        if (question.Count == 0 || text.Length == 0)
        {
            return 0;
        }

        Span<float> best = question.Count <= 256 ? stackalloc float[question.Count] : new float[question.Count];
        best.Fill(-1);
        for (; text.Length > 0; text = text[dimensions..])
        {
            for (var q = 0; q < best.Length; q++)
            {
                best[q] = Math.Max(best[q], Dot(question.Values.AsSpan(q * dimensions, dimensions), text[..dimensions]));
            }
        }

        var (sum, weights) = (0.0, 0.0);
        for (var q = 0; q < best.Length; q++)
        {
            sum += question.Weights[q] * best[q];
            weights += question.Weights[q];
        }

        return Share(sum, weights);
    }

    /// <summary>Three views of one comparison, each 0 to 1 in practice.</summary>
    /// <param name="Forward">MaxSim of question over text.</param>
    /// <param name="Back">MaxSim of text over question: how much of the text the question says.</param>
    /// <param name="Focused">MaxSim with weights of its own for the question's words.</param>
    public readonly record struct Views(double Forward, double Back, double Focused);

    /// <summary>All three views over one table of dot products.</summary>
    public static Views Compare(UnitVectors question, float[] focusOfQuestion, UnitVectors text, int dimensions)
    {
        if (question.Count == 0 || text.Count == 0)
        {
            return default;
        }

        Span<float> bestOfText = text.Count <= 256 ? stackalloc float[text.Count] : new float[text.Count];
        bestOfText.Fill(-1);
        var (forward, focused, weights, focus) = (0.0, 0.0, 0.0, 0.0);
        for (var q = 0; q < question.Count; q++)
        {
            var unit = question.Values.AsSpan(q * dimensions, dimensions);
            var best = -1f;
            for (var t = 0; t < text.Count; t++)
            {
                var dot = Dot(unit, text.Values.AsSpan(t * dimensions, dimensions));
                best = Math.Max(best, dot);
                bestOfText[t] = Math.Max(bestOfText[t], dot);
            }

            forward += question.Weights[q] * best;
            weights += question.Weights[q];
            focused += focusOfQuestion[q] * best;
            focus += focusOfQuestion[q];
        }

        var (back, backWeights) = (0.0, 0.0);
        for (var t = 0; t < text.Count; t++)
        {
            back += text.Weights[t] * bestOfText[t];
            backWeights += text.Weights[t];
        }

        return new Views(Share(forward, weights), Share(back, backWeights), Share(focused, focus));
    }

    private static double Share(double sum, double weights) => weights > 0 ? sum / weights : 0;

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var (even, odd, i) = (Vector<float>.Zero, Vector<float>.Zero, 0);
        for (; i + 2 * Vector<float>.Count <= a.Length; i += 2 * Vector<float>.Count)
        {
            even = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)i), Vector.LoadUnsafe(ref y, (nuint)i), even);
            odd = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + Vector<float>.Count)), Vector.LoadUnsafe(ref y, (nuint)(i + Vector<float>.Count)), odd);
        }

        var total = Vector.Sum(even + odd);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }
}
