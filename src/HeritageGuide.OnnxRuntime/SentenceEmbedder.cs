using System.Numerics.Tensors;
using HeritageGuide.Adapters.Models;
using HeritageGuide.Core.Retrieval;
using Microsoft.ML.OnnxRuntime;

namespace HeritageGuide.OnnxRuntime;

/// <summary>A sentence transformer: tokens in, one vector of unit length out. It gives no vectors of single words.</summary>
internal sealed class SentenceEmbedder : IEmbedder, IDisposable
{
    // Rows of a batch are filled up to its longest: texts of like length go together, few at a time, so that memory stays small.
    private const int BatchSize = 16;
    private readonly ModelEntry _model;
    private readonly InferenceSession _session;
    private readonly ISentenceTokenizer _tokenizer;
    private readonly RunOptions _run = new();
    private readonly string[] _inputs;
    private readonly string _output;

    public SentenceEmbedder(ModelEntry model, InferenceSession session, ISentenceTokenizer tokenizer, string modelId)
    {
        (_model, _session, _tokenizer, ModelId) = (model, session, tokenizer, modelId);
        _inputs = [.. ((string[])["input_ids", "attention_mask", "token_type_ids"]).Where(session.InputMetadata.ContainsKey)];
        _output = session.OutputMetadata.Where(o => o.Value.ElementType == typeof(float) && o.Value.Dimensions.Length == 3).Select(o => o.Key).FirstOrDefault()
            ?? throw new InvalidDataException("it gives no 32-bit vectors of its tokens");
        if (session.OutputMetadata[_output].Dimensions[^1] is var size && size > 0 && size != model.Dimensions)
        {
            throw new InvalidDataException($"its vectors have {size} numbers, models.json says {model.Dimensions}");
        }
    }

    public string ModelId { get; }
    public int Dimensions => _model.Dimensions;

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
    {
        var prefix = kind == EmbeddedKind.Query ? _model.QueryPrefix : _model.PassagePrefix;
        var embedded = new EmbeddedText[texts.Count];
        var rows = texts.Select((t, i) => (Index: i, Tokens: string.IsNullOrWhiteSpace(t) ? [] : _tokenizer.Encode(prefix + t))).OrderBy(r => r.Tokens.Count).ToList();
        foreach (var batch in rows.Where(r => r.Tokens.Count > 0).Chunk(BatchSize))
        {
            cancel.ThrowIfCancellationRequested();
            var vectors = Run([.. batch.Select(r => r.Tokens)]);
            for (var b = 0; b < batch.Length; b++)
            {
                embedded[batch[b].Index] = new EmbeddedText(vectors[b], UnitVectors.None);
            }
        }

        for (var i = 0; i < embedded.Length; i++)
        {
            embedded[i] ??= new EmbeddedText(new float[Dimensions], UnitVectors.None);
        }

        return ValueTask.FromResult<IReadOnlyList<EmbeddedText>>(embedded);
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private float[][] Run(IReadOnlyList<List<int>> batch)
    {
        var width = batch.Max(t => t.Count);
        var (ids, mask) = (new long[batch.Count * width], new long[batch.Count * width]);
        Array.Fill(ids, _tokenizer.Padding);
        for (var b = 0; b < batch.Count; b++)
        {
            for (var t = 0; t < batch[b].Count; t++)
            {
                (ids[b * width + t], mask[b * width + t]) = (batch[b][t], 1);
            }
        }

        long[] shape = [batch.Count, width];
        var inputs = _inputs.Select(name => OrtValue.CreateTensorValueFromMemory(name switch { "input_ids" => ids, "attention_mask" => mask, _ => new long[ids.Length] }, shape)).ToList();
        try
        {
            using var outputs = _session.Run(_run, _inputs, inputs, [_output]);
            var hidden = outputs[0].GetTensorDataAsSpan<float>();
            var vectors = new float[batch.Count][];
            for (var b = 0; b < batch.Count; b++)
            {
                vectors[b] = Pool(hidden.Slice(b * width * Dimensions, width * Dimensions), batch[b].Count);
            }

            return vectors;
        }
        finally
        {
            inputs.ForEach(i => i.Dispose());
        }
    }

    // Padding takes no part: a vector must not depend on the company it was made in.
    private float[] Pool(ReadOnlySpan<float> hidden, int tokens)
    {
        var vector = hidden[..Dimensions].ToArray();
        for (var t = 1; t < tokens && _model.Pooling == "mean"; t++)
        {
            TensorPrimitives.Add(vector, hidden.Slice(t * Dimensions, Dimensions), vector);
        }

        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }

        return vector;
    }
}
