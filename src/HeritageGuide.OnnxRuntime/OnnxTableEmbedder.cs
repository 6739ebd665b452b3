using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Core.Retrieval;
using Microsoft.ML.OnnxRuntime;

namespace HeritageGuide.OnnxRuntime;

/// <summary>The shipped model run by ONNX Runtime: the same vectors as <see cref="TableEmbedder"/>, from the same file.</summary>
internal sealed class OnnxTableEmbedder(InferenceSession session, FeatureVocabulary vocabulary, string modelId) : IEmbedder, IDisposable
{
    private static readonly string[] s_inputs = ["rows"];
    private static readonly string[] s_outputs = ["units", "text"];
    private readonly RunOptions _run = new();

    public string ModelId => modelId;
    public int Dimensions { get; } = session.OutputMetadata["text"].Dimensions[^1];

    public static OnnxTableEmbedder Load(string folder)
    {
        var path = Path.Combine(folder, "model.onnx");
        var vocabulary = new FeatureVocabulary(File.ReadAllLines(Path.Combine(folder, "vocabulary.txt")));
        return new OnnxTableEmbedder(OnnxModelRuntime.OpenSession(path), vocabulary, TableEmbedder.IdOf(File.ReadAllBytes(path)));
    }

    public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<EmbeddedText>>([.. texts.Select(Embed)]);

    public void Dispose()
    {
        _run.Dispose();
        session.Dispose();
    }

    private EmbeddedText Embed(string text)
    {
        var units = vocabulary.RowsOf(text);
        if (units.Count == 0)
        {
            return new EmbeddedText(new float[Dimensions], UnitVectors.None);
        }

        var features = units.Max(u => u.Length);
        var rows = new long[units.Count * features];
        Array.Fill(rows, -1);
        for (var u = 0; u < units.Count; u++)
        {
            for (var f = 0; f < units[u].Length; f++)
            {
                rows[u * features + f] = units[u][f];
            }
        }

        using var input = OrtValue.CreateTensorValueFromMemory(rows, [units.Count, features]);
        using var outputs = session.Run(_run, s_inputs, [input], s_outputs);
        return TableEmbedder.Assemble(outputs[1].GetTensorDataAsSpan<float>().ToArray(), outputs[0].GetTensorDataAsSpan<float>().ToArray(), units.Count);
    }
}
