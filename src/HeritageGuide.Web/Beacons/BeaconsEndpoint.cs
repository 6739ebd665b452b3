using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Beacons;

/// <summary>For apps that hear beacons: which stop the visitor stands at, and where its audio is.</summary>
internal static class BeaconsEndpoint
{
    private const int MostSightings = 500;

    /// <summary>Only the last minute is followed: nobody's longer walk is anybody's business.</summary>
    private const long MostMilliseconds = 60_000;

    /// <summary>What an app heard.</summary>
    /// <param name="Sightings">Beacons and their strength in dBm.</param>
    /// <param name="Lang">Language of the audio.</param>
    /// <param name="Current">The beacon that the last answer named, so that the visitor is not sent to and fro between two.</param>
    /// <param name="Ms">Now, on the clock of the sightings; by default the moment of the last one.</param>
    public sealed record ResolveRequest(IReadOnlyList<Sighting>? Sightings, string? Lang, string? Current, long? Ms = null);

    /// <summary>One beacon heard once.</summary>
    /// <param name="Rssi">Strength in dBm.</param>
    /// <param name="Ms">When, in milliseconds of any clock of the app's. With it, entering and leaving also take their time; send the last ten seconds.</param>
    public sealed record Sighting(string? Id, int Rssi, long? Ms = null);

    /// <summary>The stop that belongs to a beacon.</summary>
    public sealed record BeaconAnswer(string Beacon, string Slug, string Code, string Dossier, string Title, string Url, string AudioUrl);

    public static void MapBeacons(this WebApplication app)
    {
        app.MapGet("/api/v1/beacons/ibeacon/{uuid}/{major}/{minor}", (HttpContext context, string uuid, string major, string minor, string? lang) =>
            Find(context, BeaconId.IBeacon(uuid, major, minor), lang)).Produces<BeaconAnswer>();
        app.MapGet("/api/v1/beacons/eddystone/{namespace}/{instance}", (HttpContext context, string @namespace, string instance, string? lang) =>
            Find(context, BeaconId.Eddystone(@namespace, instance), lang)).Produces<BeaconAnswer>();
        app.MapPost("/api/v1/beacons/resolve", Resolve).Produces<BeaconAnswer>();
    }

    private static IResult Resolve(HttpContext context, ResolveRequest request) => Published.With(context, guide =>
    {
        var sightings = request.Sightings ?? [];
        if (sightings.Count > MostSightings)
        {
            return Problems.BadRequest(context, "error.tooMany", "too-many-sightings");
        }

        var heard = sightings.Select(s => (Id: BeaconId.Parse(s.Id), s.Rssi, s.Ms)).Where(s => s.Id is not null).Select(s => new Heard(s.Id!.Value, s.Rssi, s.Ms)).ToList();
        var current = BeaconId.Parse(request.Current);
        bool IsKnown(BeaconId id) => guide.Library.StopByBeacon(id) is not null;
        var here = request.Ms is not null || heard.Exists(h => h.Ms is not null)
            ? Follow(heard, current, request.Ms, IsKnown)
            : StopFinder.Nearest(heard.Select(h => (h.Id, h.Rssi)), current, IsKnown);
        return here is { } beacon
            ? Answer(context, guide, beacon, request.Lang)
            : Problems.NotFound(context, "error.noBeacon", "no-known-beacon");
    });

    private sealed record Heard(BeaconId Id, int Rssi, long? Ms);

    /// <summary>Walks through the app's last seconds: where the visitor stands at the end of them; null where they are between beacons.</summary>
    private static BeaconId? Follow(List<Heard> heard, BeaconId? current, long? now, Func<BeaconId, bool> isKnown)
    {
        var end = now ?? heard.Max(h => h.Ms ?? 0);
        var presence = new BeaconPresence(new BeaconRules(), isKnown, current);
        foreach (var moment in heard.Where(h => (h.Ms ?? end) is var at && at <= end && at > end - MostMilliseconds).GroupBy(h => h.Ms ?? end).OrderBy(g => g.Key))
        {
            presence.Hear(TimeSpan.FromMilliseconds(moment.Key - end + MostMilliseconds), moment.Select(h => (h.Id, h.Rssi)));
        }

        return presence.Hear(TimeSpan.FromMilliseconds(MostMilliseconds), []);
    }

    private static IResult Find(HttpContext context, BeaconId? id, string? lang) => Published.With(context, guide => id is not { } beacon
        ? Problems.BadRequest(context, "error.beacon", "malformed-beacon")
        : Answer(context, guide, beacon, lang));

    private static IResult Answer(HttpContext context, PublishedGuide guide, BeaconId beacon, string? lang)
    {
        if (guide.Library.StopByBeacon(beacon) is not { } stop)
        {
            return Problems.NotFound(context, "error.noBeacon", "unknown-beacon");
        }

        var language = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
        return Results.Json(new BeaconAnswer(
            beacon.Value, stop.Slug, stop.Code, stop.Dossier, stop.Title.In(language), $"/{language}/stops/{stop.Slug}", $"/api/v1/stops/{stop.Slug}/audio?lang={language}"));
    }
}
