namespace HeritageGuide.Core.Retrieval;

/// <summary>Whether a text is a question or something to be found: some models prefix the two differently.</summary>
public enum EmbeddedKind
{
    Query,
    Passage,
}

/// <summary>Turns texts into vectors. Implementations are safe to call from many threads; the order of the answers is that of the texts.</summary>
public interface IEmbedder
{
    /// <summary>Identity of model and revision: vectors of different ids cannot be compared.</summary>
    string ModelId { get; }

    /// <summary>Length of every vector.</summary>
    int Dimensions { get; }

    /// <summary>The model as one whose look-ups can be kept; null where it is none.</summary>
    ILookupModel? Lookups => null;

    /// <summary>Embeds each text; an empty list for an empty list.</summary>
    ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel);
}

/// <summary>A text as vectors.</summary>
/// <param name="Vector">Unit-length vector of the whole text; all zeros for a text without words.</param>
/// <param name="Units">Vectors of its words for late interaction; empty where the model gives none.</param>
public sealed record EmbeddedText(float[] Vector, UnitVectors Units);

/// <summary>The unit-length vectors of a text's words, one after the other, and how much each word weighs.</summary>
/// <param name="Values">Count × dimensions numbers.</param>
/// <param name="Weights">One weight a word, 0 or more.</param>
public sealed record UnitVectors(float[] Values, float[] Weights)
{
    public static UnitVectors None { get; } = new([], []);

    public int Count => Weights.Length;
}
