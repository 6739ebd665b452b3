using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Beacons;

/// <summary>For apps that hear beacons: which stop the visitor stands at, and where its audio is.</summary>
internal static class BeaconsEndpoint
{
    private const int MostSightings = 200;

    /// <summary>What an app heard.</summary>
    /// <param name="Sightings">Beacons and their strength in dBm.</param>
    /// <param name="Lang">Language of the audio.</param>
    /// <param name="Current">The beacon that the last answer named, so that the visitor is not sent to and fro between two.</param>
    public sealed record ResolveRequest(IReadOnlyList<Sighting>? Sightings, string? Lang, string? Current);

    /// <summary>One beacon heard.</summary>
    public sealed record Sighting(string? Id, int Rssi);

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

        var heard = sightings.Select(s => (Id: BeaconId.Parse(s.Id), s.Rssi)).Where(s => s.Id is not null).Select(s => (s.Id!.Value, s.Rssi));
        var nearest = StopFinder.Nearest(heard, BeaconId.Parse(request.Current), id => guide.Library.StopByBeacon(id) is not null);
        return nearest is { } beacon
            ? Answer(context, guide, beacon, request.Lang)
            : Problems.NotFound(context, "error.noBeacon", "no-known-beacon");
    });

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
