using System.Buffers;
using System.Numerics;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Similarities between a question and a text: of their vectors, and of their words.</summary>
public static class LateInteraction
{
    // Chosen on the development half of XQuAD-R: 10 and 30 are worse across languages.
    private const float Sharpness = 20;

    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => a.Length == b.Length ? DotProducts.Of(a, b) : 0;

    /// <summary>How near a text is, word by word.</summary>
    /// <param name="question">The question; a text without words is 0 near.</param>
    /// <param name="vector">Unit-length vector of the text.</param>
    /// <param name="units">Its words' vectors one after the other, words × dimensions numbers.</param>
    /// <param name="weights">How much each word weighs.</param>
    public static Nearness Near(EmbeddedText question, ReadOnlySpan<float> vector, ReadOnlySpan<float> units, ReadOnlySpan<float> weights)
    {
        var dots = ArrayPool<float>.Shared.Rent(question.Units.Count * weights.Length);
        for (var q = 0; q < question.Units.Count; q++)
        {
            DotProducts.Of(question.Units.Values.AsSpan(q * vector.Length, vector.Length), units, dots.AsSpan(q * weights.Length, weights.Length));
        }

        var near = Near(question, Cosine(question.Vector, vector), dots, weights);
        ArrayPool<float>.Shared.Return(dots);
        return near;
    }

    /// <summary>
    /// The same from the dot products of the words. For a word of the question the words of the text count by how near they are, not the nearest
    /// alone as in MaxSim: the one nearest by chance, as there is in any long text, does less harm, and across languages nothing is nearest by spelling.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="cosine">Of the vectors of the two.</param>
    /// <param name="dots">For each word of the question its dot products with all words of the text.</param>
    /// <param name="weights">How much each word of the text weighs.</param>
    public static Nearness Near(EmbeddedText question, double cosine, ReadOnlySpan<float> dots, ReadOnlySpan<float> weights)
    {
        if (question.Units.Count == 0 || weights.Length == 0)
        {
            return new Nearness(cosine, 0, 0, weights.Length);
        }

        Span<float> best = weights.Length <= 512 ? stackalloc float[weights.Length] : new float[weights.Length];
        best.Fill(-1);
        var (forward, total) = (0.0, 0.0);
        for (var q = 0; q < question.Units.Count; q++)
        {
            forward += question.Units.Weights[q] * Forward(dots.Slice(q * weights.Length, weights.Length), best);
            total += question.Units.Weights[q];
        }

        var (back, size) = (0.0, 0.0);
        for (var t = 0; t < best.Length; t++)
        {
            back += weights[t] * best[t];
            size += weights[t];
        }

        return new Nearness(cosine, Share(forward, total), Share(back, size), weights.Length);
    }

    // One word of the question: the mean of its dot products, weighted by how high they are. Raises the best of each word of the text.
    private static float Forward(ReadOnlySpan<float> dots, Span<float> best)
    {
        var (sums, shares, t) = (Vector<float>.Zero, Vector<float>.Zero, 0);
        for (; t + Vector<float>.Count <= dots.Length; t += Vector<float>.Count)
        {
            var dot = new Vector<float>(dots[t..]);
            var share = Vector.Exp(dot * Sharpness);
            sums += share * dot;
            shares += share;
            Vector.Max(dot, new Vector<float>(best[t..])).CopyTo(best[t..]);
        }

        var (sum, all) = (Vector.Sum(sums), Vector.Sum(shares));
        for (; t < dots.Length; t++)
        {
            var share = MathF.Exp(Sharpness * dots[t]);
            sum += share * dots[t];
            all += share;
            best[t] = Math.Max(best[t], dots[t]);
        }

        return sum / all;
    }

    /// <summary>Raises, for each word of the question, how near it has come to any word of the texts seen so far.</summary>
    /// <param name="best">One number a word of the question, -1 before the first text.</param>
    public static void Raise(UnitVectors question, UnitVectors text, int dimensions, Span<float> best)
    {
        Span<float> dots = text.Count <= 256 ? stackalloc float[text.Count] : new float[text.Count];
        for (var q = 0; q < question.Count; q++)
        {
            var unit = question.Values.AsSpan(q * dimensions, dimensions);
            DotProducts.Of(unit, text.Values, dots);
            foreach (var dot in dots)
            {
                best[q] = Math.Max(best[q], dot);
            }
        }
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
        Span<float> dots = text.Count <= 256 ? stackalloc float[text.Count] : new float[text.Count];
        bestOfText.Fill(-1);
        var (forward, focused, weights, focus) = (0.0, 0.0, 0.0, 0.0);
        for (var q = 0; q < question.Count; q++)
        {
            var unit = question.Values.AsSpan(q * dimensions, dimensions);
            var best = -1f;
            DotProducts.Of(unit, text.Values, dots);
            for (var t = 0; t < dots.Length; t++)
            {
                best = Math.Max(best, dots[t]);
                bestOfText[t] = Math.Max(bestOfText[t], dots[t]);
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
}
