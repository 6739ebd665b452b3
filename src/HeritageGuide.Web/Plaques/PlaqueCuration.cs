using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Plaques;

/// <summary>Curators' calls on plaques: how each is, what visitors reported, how often it is scanned.</summary>
internal static class PlaqueCuration
{
    private const int MostListed = 500;
    private const int LongestNote = 500;

    /// <summary>The plaques and when they were last, and will next be, verified.</summary>
    public sealed record PlaqueList(IReadOnlyList<PlaqueStatus> Items, int Total, string? Next, VerificationSummary? Verification, DateTimeOffset? NextVerification);

    /// <summary>The latest verification in figures.</summary>
    public sealed record VerificationSummary(DateTimeOffset Started, double Seconds, int Plaques, int Chains, int Dead, int Requests);

    /// <summary>What a curator notes when closing a report.</summary>
    public sealed record Closing(string? Note);

    public static void MapPlaqueCuration(this RouteGroupBuilder curation)
    {
        curation.MapGet("/plaques", Plaques);
        curation.MapGet("/reports", (VisitorReports reports, bool? open, int? offset, int? limit) =>
        {
            var part = Listing.Of(offset, limit, MostListed);
            return part.Answer("/api/v1/curation/reports", reports.List(open, part.Start, part.Size), open is { } only ? $"open={(only ? "true" : "false")}" : null);
        });
        curation.MapPost("/reports/{id:long}/close", (HttpContext context, long id, Closing? closing, VisitorReports reports) =>
            closing?.Note is { Length: > LongestNote } ? Problems.BadRequest(context, "error.report.long", "long-note")
            : reports.Close(id, closing?.Note ?? "") is { } report ? Results.Json(report)
            : Problems.NotFound(context, "error.report.none", "unknown-report"));
        curation.MapGet("/scans", Scans);
    }

    private static IResult Plaques(HttpContext context, PlaqueBoard board, VerificationStore verifications, NightlyClock nightly, int? offset, int? limit) => Published.With(context, guide =>
    {
        var part = Listing.Of(offset, limit, MostListed);
        var all = board.Of(guide.Library);
        return Results.Json(new PlaqueList(
            [.. all.Skip(part.Start).Take(part.Size)], all.Count, part.Next("/api/v1/curation/plaques", all.Count),
            verifications.Latest is { } v ? new VerificationSummary(v.Started, v.Seconds, v.Plaques, v.Chains.Count, v.Dead, v.Requests) : null, nightly.Next));
    });

    private static IResult Scans(HttpContext context, ScanLog scans, string? from, string? to, int? offset, int? limit)
    {
        DateOnly? Day(string? typed, DateOnly otherwise) => string.IsNullOrEmpty(typed) ? otherwise : IsoDay.Parse(typed);
        if (Day(from, scans.Today.AddDays(-55)) is not { } first || Day(to, scans.Today) is not { } last || first > last)
        {
            return Problems.BadRequest(context, "error.days", "days");
        }

        var part = Listing.Of(offset, limit, MostListed);
        return part.Answer("/api/v1/curation/scans", scans.List(first, last, part.Start, part.Size), $"from={IsoDay.Text(first)}&to={IsoDay.Text(last)}");
    }
}
