using System.Buffers;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Onnx;

/// <summary>
/// Dot products of a question's words with those of a text, where each word of the text leans on its neighbours. The sum o + share × (before + after)
/// and its length follow from dot products of the plain words, so the leaning vectors are never made: a third of the memory touched.
/// </summary>
internal static class SmoothedDots
{
    /// <param name="question">Words of the question.</param>
    /// <param name="own">Plain sums of the text's words, one after the other.</param>
    /// <param name="share">How much of each neighbour a word takes.</param>
    /// <param name="dots">Takes for each word of the question its dot products with all words of the text.</param>
    /// <param name="weights">Takes the length of each plain sum.</param>
    public static void Of(UnitVectors question, ReadOnlySpan<float> own, float share, Span<float> dots, Span<float> weights)
    {
        var (words, asked) = (weights.Length, question.Count);
        if (words == 0)
        {
            return;
        }

        var dimensions = own.Length / words;
        var numbers = ArrayPool<float>.Shared.Rent(words * (asked + 4));
        var plain = numbers.AsSpan(0, words * asked);
        var near = numbers.AsSpan(words * asked, words * 4);
        near.Clear();
        for (var t = 0; t < words; t++)
        {
            var word = own.Slice(t * dimensions, dimensions);
            DotProducts.Of(word, question.Values, plain.Slice(t * asked, asked));
            DotProducts.Of(word, own[(t * dimensions)..], near.Slice(t * 4, Math.Min(4, words - t)));
            weights[t] = MathF.Sqrt(near[t * 4]);
        }

        for (var t = 0; t < words; t++)
        {
            var (before, after) = (t > 0, t < words - 1);
            var factor = 1 / Length(near, t, share);
            for (var q = 0; q < asked; q++)
            {
                var beside = (before ? plain[(t - 1) * asked + q] : 0) + (after ? plain[(t + 1) * asked + q] : 0);
                dots[q * words + t] = (plain[t * asked + q] + share * beside) * factor;
            }
        }

        ArrayPool<float>.Shared.Return(numbers);
    }

    // Of a word with its neighbours. For each word there are its dot products with itself, with the next and with the one after that, and a fourth that costs nothing.
    private static float Length(ReadOnlySpan<float> near, int t, float share)
    {
        var before = t > 0 ? near.Slice((t - 1) * 4, 4) : [0, 0, 0, 0];
        var after = (t + 1) * 4 < near.Length ? near[(t + 1) * 4] : 0;
        var squared = near[t * 4] + 2 * share * (before[1] + near[t * 4 + 1]) + share * share * (before[0] + after + 2 * before[2]);
        return squared > 0 ? MathF.Sqrt(squared) : 1;
    }
}
