using System.Text.Json.Serialization;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>The links between a plaque and a visitor's ear, in order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChainStep>))]
public enum ChainStep
{
    Code,
    Page,
    Transcript,
    Audio,
    Next,
}

/// <summary>A link that does not hold.</summary>
/// <param name="Step">Which.</param>
/// <param name="Address">The path that was asked.</param>
/// <param name="Problem">What is wrong with the answer.</param>
public sealed record BrokenLink(ChainStep Step, string Address, string Problem);

/// <summary>A plaque in one language: every link from its code to the next stop.</summary>
/// <param name="Code">The plaque's code.</param>
/// <param name="Stop">Slug of the stop where it leads; null where it is retired.</param>
/// <param name="Language">Language code.</param>
/// <param name="Voiced">Whether there was sound; false where the language is told in text only.</param>
/// <param name="Broken">What does not hold; empty where all is well.</param>
public sealed record PlaqueChain(string Code, string? Stop, string Language, bool Voiced, IReadOnlyList<BrokenLink> Broken)
{
    public bool Alive => Broken.Count == 0;
}

/// <summary>What a verification found.</summary>
/// <param name="BaseUrl">The guide that was asked.</param>
/// <param name="Started">When.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Requests">How many requests it made.</param>
/// <param name="Chains">Every plaque in every language.</param>
public sealed record VerificationReport(string BaseUrl, DateTimeOffset Started, double Seconds, int Requests, IReadOnlyList<PlaqueChain> Chains)
{
    public int Plaques => Chains.Select(c => c.Code).Distinct().Count();

    public int Dead => Chains.Count(c => !c.Alive);

    /// <summary>True where something was checked and all of it is well.</summary>
    public bool AllAlive => Chains.Count > 0 && Dead == 0;
}
