using FastBertTokenizer;

namespace HeritageGuide.OnnxRuntime;

/// <summary>BERT's word pieces (lower case, marks dropped) from a <c>vocab.txt</c>.</summary>
internal sealed class BertWordTokenizer : ISentenceTokenizer
{
    private readonly BertTokenizer _words = new();
    private readonly int _most;

    public BertWordTokenizer(string path, int maxTokens)
    {
        using var vocabulary = new StreamReader(path);
        _words.LoadVocabulary(vocabulary, convertInputToLowercase: true);
        _most = maxTokens;
    }

    // [PAD] heads every BERT word list.
    public int Padding => 0;

    public List<int> Encode(string text)
    {
        var ids = new long[_most];
        // The tokenizer keeps buffers of its own between calls.
        lock (_words)
        {
            var count = _words.Encode(text, ids, new long[_most]);
            return [.. ids[..count].Select(i => (int)i)];
        }
    }
}
