using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Dossiers;

/// <summary>An original (plan, decision, scan) kept section by section or page by page, citable by each.</summary>
public sealed record Document
{
    public required string Id { get; init; }
    public required Localized Title { get; init; }
    public required string Language { get; init; }

    /// <summary>The document seen as a source: publisher, year, address.</summary>
    public required Source Source { get; init; }

    public string? Number { get; init; }
    public string? Date { get; init; }
    public string Licence { get; init; } = "";
    public IReadOnlyList<string> Related { get; init; } = [];
    public IReadOnlyList<Section> Sections { get; init; } = [];
    public string Hash { get; init; } = "";
}
