using System.Globalization;
using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Web.Shared;
using HeritageGuide.Web.Stops;

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
            Listed("reports" + (open is { } only ? $"?open={(only ? "true" : "false")}&" : "?"), offset, limit, (start, size) => reports.List(open, start, size)));
        curation.MapPost("/reports/{id:long}/close", (HttpContext context, long id, Closing? closing, VisitorReports reports) =>
            closing?.Note is { Length: > LongestNote } ? Problems.BadRequest(context, "error.report.long", "long-note")
            : reports.Close(id, closing?.Note ?? "") is { } report ? Results.Json(report)
            : Problems.NotFound(context, "error.report.none", "unknown-report"));
        curation.MapGet("/scans", Scans);
    }

    private static IResult Plaques(HttpContext context, PlaqueBoard board, VerificationStore verifications, NightlyClock nightly, int? offset, int? limit) => Published.With(context, guide =>
    {
        var (start, size) = Window(offset, limit);
        var all = board.Of(guide.Library);
        return Results.Json(new PlaqueList(
            [.. all.Skip(start).Take(size)], all.Count, start + size < all.Count ? $"/api/v1/curation/plaques?offset={start + size}&limit={size}" : null,
            verifications.Latest is { } v ? new VerificationSummary(v.Started, v.Seconds, v.Plaques, v.Chains.Count, v.Dead, v.Requests) : null, nightly.Next));
    });

    private static IResult Scans(HttpContext context, ScanLog scans, string? from, string? to, int? offset, int? limit)
    {
        var (first, last) = (Day(from, scans.Today.AddDays(-55)), Day(to, scans.Today));
        return first is not { } f || last is not { } l || f > l
            ? Problems.BadRequest(context, "error.days", "days")
            : Listed($"scans?from={Text(f)}&to={Text(l)}&", offset, limit, (start, size) => scans.List(f, l, start, size));
    }

    private static IResult Listed<T>(string path, int? offset, int? limit, Func<int, int, (IReadOnlyList<T> Items, int Total)> list)
    {
        var (start, size) = Window(offset, limit);
        var (items, total) = list(start, size);
        return Results.Json(new StopsEndpoint.Listed<T>(items, total, start + size < total ? $"/api/v1/curation/{path}offset={start + size}&limit={size}" : null));
    }

    private static (int Start, int Size) Window(int? offset, int? limit) => (Math.Max(0, offset ?? 0), Math.Clamp(limit ?? MostListed, 1, MostListed));

    private static DateOnly? Day(string? typed, DateOnly otherwise) =>
        string.IsNullOrEmpty(typed) ? otherwise : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
