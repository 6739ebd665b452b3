using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Guide;

/// <summary>A place to listen.</summary>
public sealed record Stop
{
    public required string Slug { get; init; }

    /// <summary>The permanent five-character code on its plaque.</summary>
    public required string Code { get; init; }

    /// <summary>Id of the dossier that is told here.</summary>
    public required string Dossier { get; init; }

    public required Localized Title { get; init; }

    /// <summary>Ids of the sections that are narrated.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Ids of further sections for the longer version.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Id of the section that describes what is to be seen, for those who cannot see it; null where nobody has written one.</summary>
    public string? Description { get; init; }

    /// <summary>Where the stop is, if better known than its dossier.</summary>
    public Coordinates? Coordinates { get; init; }

    public IReadOnlyList<BeaconId> Beacons { get; init; } = [];

    /// <summary>Suggested questions, by language code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Ordered stops, with time and distance.</summary>
public sealed record Tour
{
    public required string Id { get; init; }
    public required Localized Name { get; init; }
    public Localized Summary { get; init; } = Localized.Empty;

    /// <summary>How one moves: road, boat, foot or mixed.</summary>
    public string Mode { get; init; } = "road";

    /// <summary>Minutes from the first stop to the last, listening included.</summary>
    public int Minutes { get; init; }

    /// <summary>Length in kilometres, as the crow flies between known points; null where too little is known.</summary>
    public double? Kilometres { get; init; }

    public IReadOnlyList<TourStop> Stops { get; init; } = [];
}

/// <summary>A stop of a tour and what it adds.</summary>
public sealed record TourStop(string Stop, Localized Adds);
