namespace HeritageGuide.OnnxRuntime;

/// <summary>Cuts a text into a model's token numbers, special tokens included.</summary>
internal interface ISentenceTokenizer
{
    /// <summary>The token that fills short rows of a batch.</summary>
    int Padding { get; }

    /// <summary>Token numbers, first and last special token included, cut to what the model reads. A text without words gives the two special tokens.</summary>
    List<int> Encode(string text);
}
