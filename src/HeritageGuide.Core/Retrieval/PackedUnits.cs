using System.Buffers;
using System.Numerics;

namespace HeritageGuide.Core.Retrieval;

/// <summary>The word vectors of many texts in a quarter of their size: a signed byte a number, a scale a word.</summary>
public sealed class PackedUnits(int dimensions)
{
    private readonly List<(sbyte[] Bytes, float[] Scales, float[] Weights)> _texts = [];

    /// <summary>Adds the word vectors of the next text.</summary>
    public void Add(UnitVectors units) => _texts.Add(Pack(units));

    /// <summary>The three views of a question over a text, see <see cref="LateInteraction.Compare"/>.</summary>
    public LateInteraction.Views Compare(UnitVectors question, float[] focusOfQuestion, int text) =>
        Unpacked(text, units => LateInteraction.Compare(question, focusOfQuestion, units, dimensions));

    /// <summary>Raises how near each word of the question has come, see <see cref="LateInteraction.Raise"/>.</summary>
    public void Raise(UnitVectors question, int text, float[] best) => Unpacked(text, units =>
    {
        LateInteraction.Raise(question, units, dimensions, best);
        return 0;
    });

    private T Unpacked<T>(int text, Func<UnitVectors, T> use)
    {
        var (bytes, scales, weights) = _texts[text];
        var values = ArrayPool<float>.Shared.Rent(bytes.Length);
        for (var unit = 0; unit < scales.Length; unit++)
        {
            Unpack(bytes.AsSpan(unit * dimensions, dimensions), scales[unit], values.AsSpan(unit * dimensions, dimensions));
        }

        var result = use(new UnitVectors(values, weights));
        ArrayPool<float>.Shared.Return(values);
        return result;
    }

    private static void Unpack(ReadOnlySpan<sbyte> bytes, float scale, Span<float> values)
    {
        var i = 0;
        for (; i <= bytes.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(bytes[i..]), out var low, out var high);
            Put(low, scale, values[i..]);
            Put(high, scale, values[(i + Vector<short>.Count)..]);
        }

        for (; i < bytes.Length; i++)
        {
            values[i] = bytes[i] * scale;
        }
    }

    private static void Put(Vector<short> numbers, float scale, Span<float> values)
    {
        Vector.Widen(numbers, out var low, out var high);
        (Vector.ConvertToSingle(low) * scale).CopyTo(values);
        (Vector.ConvertToSingle(high) * scale).CopyTo(values[Vector<float>.Count..]);
    }

    private (sbyte[] Bytes, float[] Scales, float[] Weights) Pack(UnitVectors units)
    {
        var bytes = new sbyte[units.Count * dimensions];
        var scales = new float[units.Count];
        for (var unit = 0; unit < units.Count; unit++)
        {
            var values = units.Values.AsSpan(unit * dimensions, dimensions);
            var most = 0f;
            foreach (var value in values)
            {
                most = Math.Max(most, Math.Abs(value));
            }

            scales[unit] = most / 127;
            for (var i = 0; i < values.Length && most > 0; i++)
            {
                bytes[unit * dimensions + i] = (sbyte)MathF.Round(values[i] / scales[unit]);
            }
        }

        return (bytes, scales, units.Weights);
    }
}
