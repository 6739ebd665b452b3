using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Stops;

/// <summary>A scan leads here: the stop page, its story and its voice.</summary>
internal static class StopsEndpoint
{
    /// <summary>A stop that lies near a point, with the distance in metres.</summary>
    public sealed record NearStop(string Slug, string Code, string Dossier, string Title, int Metres, string Precision);

    public static void MapStops(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/stops/{slug}", Show);
        app.MapGet("/{lang:length(2)}/stops/{slug}/print", Print);
        app.MapGet("/api/v1/stops/near", Near).Produces<Listed<NearStop>>();
    }

    private static IResult Show(HttpContext context, string lang, string slug) => Published.With(context, guide =>
    {
        if (!LanguageTag.TryParse(lang, out var language))
        {
            return Problems.NotFound(context, "error.notFound");
        }

        Remember(context, language);
        if (guide.Library.Stop(slug) is not { } stop)
        {
            return Problems.NotFound(context, "error.notFound");
        }

        var longer = context.Request.Query["version"] == StopView.Long;
        var studio = context.RequestServices.GetRequiredService<NarrationStudio>();
        return NarrationPlan.Of(guide.Library, stop, language, longer) is not { } narration
            ? Problems.NotFound(context, "error.notTold")
            : Pages.Of<StopPage>(context, language, new()
            {
                ["Library"] = guide.Library, ["Narration"] = narration, ["Longer"] = longer, ["Tour"] = context.Request.Query["tour"].FirstOrDefault(),
                ["Voices"] = studio.VoicesFor(narration.Language), ["Recording"] = studio.RecordingOf(narration), ["Description"] = NarrationPlan.Describe(guide.Library, stop, language),
            });
    });

    private static IResult Print(HttpContext context, string lang, string slug, GuideOptions options) => Published.With(context, guide =>
        LanguageTag.TryParse(lang, out var language) && guide.Library.Stop(slug) is { } stop && NarrationPlan.Of(guide.Library, stop, language) is { } narration
            ? Pages.Of<StopPrintPage>(context, language, new()
            {
                ["Library"] = guide.Library, ["Narration"] = narration, ["Description"] = NarrationPlan.Describe(guide.Library, stop, language), ["Address"] = QrCode.Address(options.PublicUrl, stop.Code),
            })
            : Problems.NotFound(context, "error.notFound"));

    private static IResult Near(HttpContext context, double? lat, double? lon, double? radius, string? lang, int? limit) => Published.With(context, guide =>
    {
        if (lat is not (>= -90 and <= 90) || lon is not (>= -180 and <= 180) || radius is not (null or (> 0 and <= 200_000)))
        {
            return Problems.BadRequest(context, "error.coordinates", "coordinates");
        }

        var language = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
        var near = guide.Library.Stops
            .Select(s => (Stop: s, Point: guide.Library.PointOf(s)))
            .Where(s => s.Point is not null)
            .Select(s => (s.Stop, s.Point, Metres: StopFinder.Metres(lat.Value, lon.Value, s.Point!.Latitude, s.Point.Longitude)))
            .Where(s => s.Metres <= (radius ?? 5_000))
            .OrderBy(s => s.Metres).ThenBy(s => s.Stop.Slug, StringComparer.Ordinal).ToList();
        return Results.Json(new Listed<NearStop>(
            [.. near.Take(Math.Clamp(limit ?? 20, 1, 100)).Select(s => new NearStop(
                s.Stop.Slug, s.Stop.Code, s.Stop.Dossier, s.Stop.Title.In(language), (int)Math.Round(s.Metres), s.Point!.Precision))],
            near.Count, null));
    });

    /// <summary>The only cookie: the language that a visitor chose by hand.</summary>
    private static void Remember(HttpContext context, LanguageTag language)
    {
        if (context.Request.Query.ContainsKey("lang"))
        {
            context.Response.Cookies.Append(VisitorLanguage.Cookie, language.Code, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, IsEssential = true, Secure = context.Request.IsHttps,
            });
        }
    }
}
