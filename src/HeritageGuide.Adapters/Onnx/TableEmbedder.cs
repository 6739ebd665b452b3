using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Onnx;

/// <summary>The shipped model in managed code: a text is the sum of its features' rows. Needs no native library.</summary>
public sealed class TableEmbedder : IEmbedder, ILookupModel
{
    // A word's meaning leans on its neighbours: each unit takes this share of the units beside it (recipe in models/README.md).
    private const float NeighbourShare = 0.3f;

    // So many texts come when an index is built; a visitor's search keeps to its own core.
    private const int ManyTexts = 128;
    private const int RowsAhead = 8;
    private readonly EmbeddingTable _table;
    private readonly FeatureVocabulary _vocabulary;

    public TableEmbedder(EmbeddingTable table, FeatureVocabulary vocabulary, string modelId)
    {
        if (table.Rows != vocabulary.Rows)
        {
            throw new InvalidDataException($"The model has {table.Rows} rows, its vocabulary {vocabulary.Rows}: the two files do not belong together.");
        }

        _table = table;
        _vocabulary = vocabulary;
        ModelId = modelId;
    }

    public string ModelId { get; }
    public int Dimensions => _table.Dimensions;
    public ILookupModel Lookups => this;

    /// <summary>Loads <c>model.onnx</c> and <c>vocabulary.txt</c> from a folder.</summary>
    public static TableEmbedder Load(string folder)
    {
        var onnx = File.ReadAllBytes(Path.Combine(folder, "model.onnx"));
        var vocabulary = new FeatureVocabulary(File.ReadAllLines(Path.Combine(folder, "vocabulary.txt")));
        return new TableEmbedder(EmbeddingTable.FromOnnx(onnx), vocabulary, IdOf(onnx));
    }

    /// <summary>Identity of the model in these bytes, the same for every engine that runs it.</summary>
    public static string IdOf(ReadOnlySpan<byte> onnx) => "heritage-embedding@" + Convert.ToHexStringLower(SHA256.HashData(onnx))[..12];

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
    {
        var embedded = new EmbeddedText[texts.Count];
        if (texts.Count < ManyTexts)
        {
            for (var i = 0; i < embedded.Length; i++)
            {
                embedded[i] = Embed(texts[i]);
            }
        }
        else
        {
            Parallel.For(0, embedded.Length, new ParallelOptions { CancellationToken = cancel }, i => embedded[i] = Embed(texts[i]));
        }

        return ValueTask.FromResult<IReadOnlyList<EmbeddedText>>(embedded);
    }

    public EmbeddedText Embed(string text) => Embed(LookUp(text));

    /// <summary>The rows of each unit, one 32-bit number each, shifted by one; the lowest bit says that a unit's last row is reached.</summary>
    public byte[] LookUp(string text)
    {
        var units = _vocabulary.RowsOf(text);
        var rows = new int[units.Sum(u => u.Length)];
        var i = 0;
        foreach (var unit in units)
        {
            for (var r = 0; r < unit.Length; r++)
            {
                rows[i++] = unit[r] << 1 | (r == unit.Length - 1 ? 1 : 0);
            }
        }

        return MemoryMarshal.AsBytes(rows.AsSpan()).ToArray();
    }

    public EmbeddedText Embed(ReadOnlySpan<byte> lookup)
    {
        var count = UnitsIn(lookup);
        var own = ArrayPool<float>.Shared.Rent(count * Dimensions);
        var total = new float[Dimensions];
        Add(lookup, own, total);
        var embedded = Assemble(total, own, count);
        ArrayPool<float>.Shared.Return(own);
        return embedded;
    }

    public Nearness Compare(EmbeddedText question, ReadOnlySpan<byte> lookup)
    {
        var (count, asked) = (UnitsIn(lookup), question.Units.Count);
        var own = ArrayPool<float>.Shared.Rent(count * Dimensions);
        var numbers = ArrayPool<float>.Shared.Rent(count * (asked + 1));
        var weights = numbers.AsSpan(0, count);
        var dots = numbers.AsSpan(count, count * asked);
        Span<float> total = stackalloc float[Dimensions];
        Add(lookup, own, total);
        Normalize(total);
        SmoothedDots.Of(question.Units, own.AsSpan(0, count * Dimensions), NeighbourShare, dots, weights);
        var nearness = LateInteraction.Near(question, LateInteraction.Cosine(question.Vector, total), dots, weights);
        ArrayPool<float>.Shared.Return(own);
        ArrayPool<float>.Shared.Return(numbers);
        return nearness;
    }

    private static int UnitsIn(ReadOnlySpan<byte> lookup)
    {
        var count = 0;
        foreach (var row in MemoryMarshal.Cast<byte, int>(lookup))
        {
            count += row & 1;
        }

        return count;
    }

    // Adds up the rows of each unit, and all units.
    private void Add(ReadOnlySpan<byte> lookup, Span<float> own, Span<float> total)
    {
        var rows = MemoryMarshal.Cast<byte, int>(lookup);
        var (first, unit) = (0, 0);
        total.Clear();
        for (var last = 0; last < rows.Length; last++)
        {
            if (last + RowsAhead < rows.Length)
            {
                Prefetch.Bytes(ref _table.Bytes[(rows[last + RowsAhead] >> 1) * Dimensions], Dimensions);
            }

            if ((rows[last] & 1) == 1)
            {
                var sum = own.Slice(unit++ * Dimensions, Dimensions);
                Sum(rows[first..(last + 1)], sum);
                TensorPrimitives.Add(total, sum, total);
                first = last + 1;
            }
        }
    }

    /// <summary>The text's and its units' vectors from the plain sums of their rows, whoever added them up.</summary>
    /// <param name="total">Sum of all units; brought to unit length in place.</param>
    /// <param name="own">Count × dimensions sums, one unit after the other.</param>
    /// <param name="count">Number of units.</param>
    public static EmbeddedText Assemble(float[] total, ReadOnlySpan<float> own, int count)
    {
        Normalize(total);
        var weights = new float[count];
        Weigh(own, weights, total.Length);
        var units = GC.AllocateUninitializedArray<float>(count * total.Length);
        Smooth(own[..units.Length], units, total.Length);
        return new EmbeddedText(total, new UnitVectors(units, weights));
    }

    // A unit weighs what its own rows sum up to: the rows of common words are short.
    private static void Weigh(ReadOnlySpan<float> own, Span<float> weights, int dimensions)
    {
        for (var u = 0; u < weights.Length; u++)
        {
            weights[u] = TensorPrimitives.Norm(own.Slice(u * dimensions, dimensions));
        }
    }

    private static void Smooth(ReadOnlySpan<float> own, Span<float> units, int dimensions)
    {
        for (var start = 0; start < own.Length; start += dimensions)
        {
            var unit = units.Slice(start, dimensions);
            own.Slice(start, dimensions).CopyTo(unit);
            if (start > 0)
            {
                TensorPrimitives.MultiplyAdd(own.Slice(start - dimensions, dimensions), NeighbourShare, unit, unit);
            }

            if (start + dimensions < own.Length)
            {
                TensorPrimitives.MultiplyAdd(own.Slice(start + dimensions, dimensions), NeighbourShare, unit, unit);
            }

            Normalize(unit);
        }
    }

    // All rows of a block of numbers before the next block: the sums stay in registers.
    private void Sum(ReadOnlySpan<int> rows, Span<float> sum)
    {
        var i = 0;
        for (; i + Vector256<sbyte>.Count <= sum.Length; i += Vector256<sbyte>.Count)
        {
            var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var row in rows)
            {
                var scale = Vector256.Create(_table.Scales[row >> 1]);
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref _table.Bytes[(row >> 1) * Dimensions + i]));
                var ((first, second), (third, fourth)) = (Vector256.Widen(low), Vector256.Widen(high));
                a = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(first), scale, a);
                b = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(second), scale, b);
                c = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(third), scale, c);
                d = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(fourth), scale, d);
            }

            a.CopyTo(sum[i..]);
            b.CopyTo(sum[(i + 8)..]);
            c.CopyTo(sum[(i + 16)..]);
            d.CopyTo(sum[(i + 24)..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] = 0;
            foreach (var row in rows)
            {
                sum[i] += _table.Bytes[(row >> 1) * Dimensions + i] * _table.Scales[row >> 1];
            }
        }
    }

    private static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
