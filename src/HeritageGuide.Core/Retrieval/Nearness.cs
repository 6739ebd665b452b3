namespace HeritageGuide.Core.Retrieval;

/// <summary>How near a text is to a question. Weights and shape were chosen on the development half of XQuAD-R (benchmarks.md).</summary>
/// <param name="Cosine">Of the vectors of the two.</param>
/// <param name="Forward">For each word of the question the words of the text near it (<see cref="LateInteraction.Near"/>), weighted mean.</param>
/// <param name="Back">For each word of the text the nearest word of the question, weighted mean.</param>
/// <param name="Words">Number of words of the text.</param>
public readonly record struct Nearness(double Cosine, double Forward, double Back, int Words)
{
    private const double ForwardWeight = 3;

    // A long text has something near to anything.
    private const double LengthWeight = 0.08;

    /// <summary>How far apart the scores of a far and a near text lie, roughly.</summary>
    public const double Range = 1 + ForwardWeight;

    /// <summary>The whole; comparable within one question.</summary>
    public double Score => Cosine + ForwardWeight * Forward + Back - LengthWeight * Math.Log(Math.Max(1, Words));
}
