using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Dossiers;

/// <summary>Everything that is published at one moment, with the look-ups that a visitor's request needs. Immutable; replaced whole.</summary>
public sealed class Library
{
    private readonly Dictionary<string, Dossier> _dossiers;
    private readonly Dictionary<string, Document> _documents;
    private readonly Dictionary<string, Stop> _stops;
    private readonly Dictionary<BeaconId, Stop> _stopsByBeacon;
    private readonly Dictionary<string, (Dossier Dossier, Claim Claim)> _claims;
    private readonly Dictionary<string, (Dossier Dossier, Dispute Dispute)> _disputes;
    private readonly Dictionary<string, Passage> _passages;

    public Library(IReadOnlyList<Dossier> dossiers, SharedCorpus shared)
    {
        Dossiers = dossiers;
        Shared = shared;
        _dossiers = dossiers.ToDictionary(d => d.Id);
        _documents = shared.Documents.ToDictionary(d => d.Id);
        var stops = dossiers.SelectMany(d => d.Stops).ToList();
        Stops = stops;
        _stops = stops.ToDictionary(s => s.Slug);
        Plaques = new PlaqueRegister(stops, shared.Plaques);
        _stopsByBeacon = stops.SelectMany(s => s.Beacons.Select(b => (b, s))).ToDictionary(p => p.b, p => p.s);
        _claims = dossiers.SelectMany(d => d.Claims.Select(c => (d, c))).ToDictionary(p => p.c.Id);
        _disputes = dossiers.SelectMany(d => d.Disputes.Select(c => (d, c))).ToDictionary(p => p.c.Id);
        Passages = [.. dossiers.SelectMany(PassageSplitter.Split), .. shared.Documents.SelectMany(Split)];
        _passages = Passages.ToDictionary(p => p.Id);
    }

    private Library(Library other, IReadOnlyList<PlaqueEntry> plaques)
    {
        (Dossiers, Stops, Passages) = (other.Dossiers, other.Stops, other.Passages);
        Shared = other.Shared with { Plaques = plaques };
        Plaques = new PlaqueRegister(Stops, plaques);
        (_dossiers, _documents, _stops, _stopsByBeacon) = (other._dossiers, other._documents, other._stops, other._stopsByBeacon);
        (_claims, _disputes, _passages) = (other._claims, other._disputes, other._passages);
    }

    public static Library Empty { get; } = new([], SharedCorpus.Empty);

    public IReadOnlyList<Dossier> Dossiers { get; }
    public SharedCorpus Shared { get; }
    public IReadOnlyList<Stop> Stops { get; }
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The physical signs, hanging and retired.</summary>
    public PlaqueRegister Plaques { get; }

    public Dossier? Dossier(string id) => _dossiers.GetValueOrDefault(id);
    public Document? Document(string id) => _documents.GetValueOrDefault(id);
    public Stop? Stop(string slug) => _stops.GetValueOrDefault(slug);

    /// <summary>The stop to which a plaque's code leads; null where no plaque carries it or the plaque is retired.</summary>
    public Stop? StopByCode(string code) => Plaques.Find(code) is { State: PlaqueState.Active } plaque ? Stop(plaque.Stop) : null;

    /// <summary>The same library with another register of plaques: a sign that is pointed elsewhere need not wait for an import.</summary>
    public Library WithPlaques(IReadOnlyList<PlaqueEntry> plaques) => new(this, plaques);

    public Stop? StopByBeacon(BeaconId id) => _stopsByBeacon.GetValueOrDefault(id);
    public Tour? Tour(string id) => Shared.Tours.FirstOrDefault(t => t.Id == id);
    public Passage? Passage(string id) => _passages.GetValueOrDefault(id);

    public (Dossier Dossier, Claim Claim)? Claim(string id) => _claims.TryGetValue(id, out var found) ? found : null;
    public (Dossier Dossier, Dispute Dispute)? Dispute(string id) => _disputes.TryGetValue(id, out var found) ? found : null;

    /// <summary>Id of the dossier of a claim or dispute, or of the document of a <see cref="DocumentSentence"/>; empty where it is none of these.</summary>
    public string OwnerOf(string target) =>
        Claim(target)?.Dossier.Id ?? Dispute(target)?.Dossier.Id ?? Document(target.Split('/')[0])?.Id ?? "";

    /// <summary>The passage and place of a sentence of an original, named <c>document/section/number</c>; null where there is none.</summary>
    public (Passage Passage, int Sentence)? DocumentSentence(string target)
    {
        if (target.Split('/') is not [var id, var section, var number] || Document(id) is null || !int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var at))
        {
            return null;
        }

        foreach (var passage in Passages.Where(p => p.Dossier == id && p.Section == section))
        {
            if (at < passage.Sentences.Count)
            {
                return (passage, at);
            }

            at -= passage.Sentences.Count;
        }

        return null;
    }

    /// <summary>The point of a stop: its own, else its dossier's; null where neither is known.</summary>
    public Coordinates? PointOf(Stop stop) => stop.Coordinates ?? Dossier(stop.Dossier)?.Coordinates;

    /// <summary>The tour that begins at a stop: one scan at the entrance, and "next" leads through the whole of it; null where none begins there.</summary>
    public Tour? TourFrom(Stop stop) => Shared.Tours.FirstOrDefault(t => t.Stops is [var first, _, ..] && first.Stop == stop.Slug);

    /// <summary>The stop after this one in the tour, or without one in the tour that begins here, else in the first that holds it, else the next of its dossier; null at the end.</summary>
    public Stop? Next(Stop stop, string? tourId = null)
    {
        var tours = tourId is not null ? Shared.Tours.Where(t => t.Id == tourId) : TourFrom(stop) is { } begins ? [begins] : Shared.Tours;
        foreach (var tour in tours)
        {
            var at = tour.Stops.ToList().FindIndex(s => s.Stop == stop.Slug);
            if (at >= 0 && at + 1 < tour.Stops.Count && Stop(tour.Stops[at + 1].Stop) is { } next)
            {
                return next;
            }
        }

        var siblings = Dossier(stop.Dossier)?.Stops.ToList() ?? [];
        var here = siblings.FindIndex(s => s.Slug == stop.Slug);
        return here >= 0 && here + 1 < siblings.Count ? siblings[here + 1] : null;
    }

    private static IEnumerable<Passage> Split(Document document) =>
        document.Sections.SelectMany(s => PassageSplitter.Split(
            document.Id, "document", document.Language, s.Id, $"{document.Title.Texts.Values.First()}. {s.Heading}", s.Sentences));
}

/// <summary>What the dossiers share: originals, tours, place names, glossary, and how words are spoken.</summary>
public sealed record SharedCorpus
{
    public static SharedCorpus Empty { get; } = new();

    public IReadOnlyList<Document> Documents { get; init; } = [];
    public IReadOnlyList<Tour> Tours { get; init; } = [];
    public IReadOnlyList<PlaceName> Places { get; init; } = [];
    public IReadOnlyList<GlossaryTerm> Glossary { get; init; } = [];

    /// <summary>What happened to the plaques, oldest first.</summary>
    public IReadOnlyList<PlaqueEntry> Plaques { get; init; } = [];

    /// <summary>Written form → spoken form, by language code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Lexicons { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Questions that are not the guide's business, by language code: exemplars for the guard.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OffTopic { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
