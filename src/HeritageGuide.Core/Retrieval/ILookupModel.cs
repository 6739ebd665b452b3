namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// A model that looks the words of a text up in a table. What it looks up is small and can be kept with the text, so that late interaction
/// costs neither looking it up again nor keeping its word vectors.
/// </summary>
public interface ILookupModel
{
    /// <summary>What the model looks up for a text, as bytes; of use to this model alone.</summary>
    byte[] LookUp(string text);

    /// <summary>The vectors of a text that was looked up.</summary>
    EmbeddedText Embed(ReadOnlySpan<byte> lookup);

    /// <summary>How near a text that was looked up is to a question.</summary>
    Nearness Compare(EmbeddedText question, ReadOnlySpan<byte> lookup);
}
