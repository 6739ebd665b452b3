using System.Numerics.Tensors;
using System.Security.Cryptography;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Onnx;

/// <summary>The shipped model in managed code: a text is the sum of its features' rows. Needs no native library.</summary>
public sealed class TableEmbedder : IEmbedder
{
    // A word's meaning leans on its neighbours: each unit takes this share of the units beside it (see docs/retrieval.md).
    private const float NeighbourShare = 0.3f;
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
        return new TableEmbedder(EmbeddingTable.FromOnnx(onnx), vocabulary, "heritage-embedding@" + Convert.ToHexStringLower(SHA256.HashData(onnx))[..12]);
    }

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
    {
        var embedded = new EmbeddedText[texts.Count];
        for (var i = 0; i < embedded.Length; i++)
        {
            embedded[i] = Embed(texts[i]);
        }

        return ValueTask.FromResult<IReadOnlyList<EmbeddedText>>(embedded);
    }

    public EmbeddedText Embed(string text)
    {
        var units = _vocabulary.RowsOf(text);
        var own = new float[units.Count * Dimensions];
        var total = new float[Dimensions];
        var weights = new float[units.Count];
        for (var u = 0; u < units.Count; u++)
        {
            var sum = own.AsSpan(u * Dimensions, Dimensions);
            foreach (var row in units[u])
            {
                AddRow(row, sum);
            }

            TensorPrimitives.Add(total, sum, total);
            weights[u] = TensorPrimitives.Norm<float>(sum);
        }

        Normalize(total);
        return new EmbeddedText(total, new UnitVectors(Smoothed(own, units.Count), weights));
    }

    private float[] Smoothed(float[] own, int count)
    {
        var units = new float[own.Length];
        for (var u = 0; u < count; u++)
        {
            var unit = units.AsSpan(u * Dimensions, Dimensions);
            own.AsSpan(u * Dimensions, Dimensions).CopyTo(unit);
            if (u > 0)
            {
                TensorPrimitives.MultiplyAdd(own.AsSpan((u - 1) * Dimensions, Dimensions), NeighbourShare, unit, unit);
            }

            if (u + 1 < count)
            {
                TensorPrimitives.MultiplyAdd(own.AsSpan((u + 1) * Dimensions, Dimensions), NeighbourShare, unit, unit);
            }

            Normalize(unit);
        }

        return units;
    }

    private void AddRow(int row, Span<float> sum)
    {
        var bytes = _table.Bytes.AsSpan(row * Dimensions, Dimensions);
        Span<float> numbers = stackalloc float[Dimensions];
        TensorPrimitives.ConvertChecked(bytes, numbers);
        TensorPrimitives.MultiplyAdd(numbers, _table.Scales[row], sum, sum);
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
