using HeritageGuide.Adapters.Models;
using HeritageGuide.Core.Retrieval;
using Microsoft.ML.OnnxRuntime;

namespace HeritageGuide.OnnxRuntime;

/// <summary>Opens the catalogue's models in ONNX Runtime.</summary>
public sealed class OnnxModelRuntime : IModelRuntime
{
    public IEmbedder Open(ModelEntry model, string folder, string modelId)
    {
        try
        {
            return model.Kind == "feature-table"
                ? OnnxTableEmbedder.Load(folder)
                : new SentenceEmbedder(model, OpenSession(Path.Combine(folder, "model.onnx")), OpenTokenizer(model, folder), modelId);
        }
        catch (Exception e) when (e is OnnxRuntimeException or IOException or InvalidDataException or DllNotFoundException)
        {
            throw new ModelException($"The model '{model.Id}' cannot be opened: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>A session on one thread: a server answers many visitors at a time and must not fight over its cores.</summary>
    internal static InferenceSession OpenSession(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        return new InferenceSession(path, options);
    }

    private static ISentenceTokenizer OpenTokenizer(ModelEntry model, string folder) => model.Tokenizer switch
    {
        "xlm-roberta" => new XlmRobertaTokenizer(Path.Combine(folder, "sentencepiece.bpe.model"), model.MaxTokens),
        "bert" => new BertWordTokenizer(Path.Combine(folder, "vocab.txt"), model.MaxTokens),
        _ => throw new InvalidDataException($"no tokenizer is called '{model.Tokenizer}'; there are xlm-roberta and bert"),
    };
}
