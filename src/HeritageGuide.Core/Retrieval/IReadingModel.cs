namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// A model that looks the words of a text up in a table. What it looks up is small and can be kept with the text, so that late interaction
/// costs neither reading the text again nor keeping its word vectors.
/// </summary>
public interface IReadingModel
{
    /// <summary>What the model looks up for a text, as bytes; of use to this model alone.</summary>
    byte[] Read(string text);

    /// <summary>The vectors of a text that was read.</summary>
    EmbeddedText Embed(ReadOnlySpan<byte> reading);

    /// <summary>How near a text that was read is to a question.</summary>
    Nearness Compare(EmbeddedText question, ReadOnlySpan<byte> reading);
}
