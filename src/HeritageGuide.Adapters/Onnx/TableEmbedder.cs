using System.Numerics;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Onnx;

/// <summary>The shipped model in managed code: a text is the sum of its features' rows. Needs no native library.</summary>
public sealed class TableEmbedder : IEmbedder
{
    // A word's meaning leans on its neighbours: each unit takes this share of the units beside it (recipe in models/README.md).
    private const float NeighbourShare = 0.3f;

    // So many texts come when an index is built; a visitor's search keeps to its own core.
    private const int ManyTexts = 128;
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

    public EmbeddedText Embed(string text)
    {
        var units = _vocabulary.RowsOf(text);
        var own = new float[units.Count * Dimensions];
        var total = new float[Dimensions];
        for (var u = 0; u < units.Count; u++)
        {
            var sum = own.AsSpan(u * Dimensions, Dimensions);
            foreach (var row in units[u])
            {
                AddRow(row, sum);
            }

            TensorPrimitives.Add(total, sum, total);
        }

        return Assemble(total, own, units.Count);
    }

    /// <summary>The text's and its units' vectors from the plain sums of their rows, whoever added them up.</summary>
    /// <param name="total">Sum of all units; brought to unit length in place.</param>
    /// <param name="own">Count × dimensions sums, one unit after the other.</param>
    /// <param name="count">Number of units.</param>
    public static EmbeddedText Assemble(float[] total, float[] own, int count)
    {
        Normalize(total);
        var weights = new float[count];
        for (var u = 0; u < count; u++)
        {
            weights[u] = TensorPrimitives.Norm<float>(own.AsSpan(u * total.Length, total.Length));
        }

        return new EmbeddedText(total, new UnitVectors(Smoothed(own, count, total.Length), weights));
    }

    private static float[] Smoothed(float[] own, int count, int dimensions)
    {
        var units = new float[own.Length];
        for (var u = 0; u < count; u++)
        {
            var unit = units.AsSpan(u * dimensions, dimensions);
            own.AsSpan(u * dimensions, dimensions).CopyTo(unit);
            if (u > 0)
            {
                TensorPrimitives.MultiplyAdd(own.AsSpan((u - 1) * dimensions, dimensions), NeighbourShare, unit, unit);
            }

            if (u + 1 < count)
            {
                TensorPrimitives.MultiplyAdd(own.AsSpan((u + 1) * dimensions, dimensions), NeighbourShare, unit, unit);
            }

            Normalize(unit);
        }

        return units;
    }

    private void AddRow(int row, Span<float> sum)
    {
        var bytes = _table.Bytes.AsSpan(row * Dimensions, Dimensions);
        var scale = _table.Scales[row];
        var i = 0;
        for (; i <= bytes.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(bytes[i..]), out var first, out var second);
            Vector.Widen(first, out var a, out var b);
            Vector.Widen(second, out var c, out var d);
            AddScaled(a, scale, sum[i..]);
            AddScaled(b, scale, sum[(i + Vector<float>.Count)..]);
            AddScaled(c, scale, sum[(i + 2 * Vector<float>.Count)..]);
            AddScaled(d, scale, sum[(i + 3 * Vector<float>.Count)..]);
        }

        for (; i < bytes.Length; i++)
        {
            sum[i] += bytes[i] * scale;
        }
    }

    private static void AddScaled(Vector<int> values, float scale, Span<float> sum) => (new Vector<float>(sum) + Vector.ConvertToSingle(values) * scale).CopyTo(sum);

    private static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
