using System.Text;
using Microsoft.ML.Tokenizers;

namespace HeritageGuide.OnnxRuntime;

/// <summary>
/// XLM-RoBERTa's tokens from its <c>sentencepiece.bpe.model</c>. The file numbers its pieces from 0 (unknown, start, end, first piece …); the models
/// were trained with fairseq's numbers, which put start, padding, end and unknown first: every piece moves up by one.
/// </summary>
internal sealed class XlmRobertaTokenizer : ISentenceTokenizer
{
    private const int Start = 0;
    private const int End = 2;
    private const int Unknown = 3;
    private readonly SentencePieceTokenizer _pieces;
    private readonly int _most;

    public XlmRobertaTokenizer(string path, int maxTokens)
    {
        using var file = File.OpenRead(path);
        _pieces = SentencePieceTokenizer.Create(file, addBeginningOfSentence: false, addEndOfSentence: false, specialTokens: null);
        _most = maxTokens - 2;
    }

    public int Padding => 1;

    public List<int> Encode(string text)
    {
        List<int> tokens = [Start];
        // The reference tokenizers see composed letters; a decomposed one would be cut at its marks.
        foreach (var piece in _pieces.EncodeToIds(text.Normalize(NormalizationForm.FormC)))
        {
            // Letters in a row that the vocabulary lacks are one unknown token, as in training.
            var token = piece == _pieces.UnknownId ? Unknown : piece + 1;
            if (token != Unknown || tokens[^1] != Unknown)
            {
                tokens.Add(token);
            }

            if (tokens.Count > _most)
            {
                break;
            }
        }

        tokens.Add(End);
        return tokens;
    }
}
