using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Dossiers;

/// <summary>The file of one relic, custom, craft, person, place or object: everything that the guide knows of it.</summary>
public sealed record Dossier
{
    /// <summary>The slug by which the dossier is known in addresses and files.</summary>
    public required string Id { get; init; }

    /// <summary>relic, intangible, landscape, person, artefact, history, museum, craft, cuisine or festival.</summary>
    public required string Kind { get; init; }

    public string? Category { get; init; }

    /// <summary>special-national, national, provincial, unesco, national-intangible-list; null where no source gives a rank.</summary>
    public string? Rank { get; init; }

    public string? RankNote { get; init; }
    public Decision? Decision { get; init; }
    public required Localized Names { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public IReadOnlyList<DatedPlace> Places { get; init; } = [];
    public Coordinates? Coordinates { get; init; }
    public Localized Summary { get; init; } = Localized.Empty;
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public IReadOnlyDictionary<string, string> Visit { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Related { get; init; } = [];
    public IReadOnlyList<Stop> Stops { get; init; } = [];
    public IReadOnlyList<Untold> Untold { get; init; } = [];
    public IReadOnlyList<Illustration> Media { get; init; } = [];
    public string Rights { get; init; } = "";

    /// <summary>The dossier told, one text a language.</summary>
    public IReadOnlyList<DossierText> Texts { get; init; } = [];

    /// <summary>Ways in which people ask for a claim, by language code then claim id; indexed, never shown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Asked { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    /// <summary>Questions that people ask and that the dossier does not answer, by language code: what an honest guide declines.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Gaps { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>SHA-256 over the dossier's files, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    public DossierText? TextIn(LanguageTag language) => Texts.FirstOrDefault(t => t.Language == language.Code);
    public Claim? ClaimOf(string id) => Claims.FirstOrDefault(c => c.Id == id);
    public Dispute? DisputeOf(string id) => Disputes.FirstOrDefault(d => d.Id == id);
    public Source? SourceOf(string id) => Sources.FirstOrDefault(s => s.Id == id);
}

/// <summary>The decision that ranked the dossier's subject.</summary>
public sealed record Decision(string? Number, string? Date, string? Issuer);

/// <summary>Where the subject lies, in the administrative names of a time.</summary>
/// <param name="Since">ISO date from which the name holds; null where it held from the start.</param>
/// <param name="Until">ISO date until which the name held; null where it holds today.</param>
/// <param name="Name">The full address in Vietnamese.</param>
public sealed record DatedPlace(string? Since, string? Until, string Name);

/// <summary>A point and how well it is known; only <c>site</c> may be drawn as the thing itself.</summary>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Precision">site, hamlet, commune or district.</param>
/// <param name="Source">Where the point is known from.</param>
public sealed record Coordinates(double Latitude, double Longitude, string Precision, string? Source);

/// <summary>A claim that no text tells, with the reason.</summary>
public sealed record Untold(string Claim, Localized Reason);

/// <summary>A picture of the dossier, with its alternative text and licence.</summary>
public sealed record Illustration(string File, Localized Alt, string Licence, string Origin);
