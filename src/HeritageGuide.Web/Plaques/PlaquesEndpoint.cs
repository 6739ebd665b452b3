using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Plaques;

/// <summary>The physical sign: its QR code and a sheet to print.</summary>
internal static class PlaquesEndpoint
{
    /// <summary>What looks after the plaques while nobody asks.</summary>
    public static void AddPlaques(this IServiceCollection services)
    {
        services.AddSingleton<NightlyClock>();
        services.AddSingleton<PlaqueBoard>();
        services.AddHostedService<PlaqueWatch>();
        services.AddHostedService<NightlyVerification>();
    }

    public static void MapPlaques(this WebApplication app)
    {
        app.MapGet("/api/v1/stops/{slug}/qr.svg", (HttpContext context, string slug, GuideOptions options) =>
            Code(context, slug, stop => Results.Text(QrCode.Svg(QrCode.Address(options.PublicUrl, stop.Code)), "image/svg+xml")));
        app.MapGet("/api/v1/stops/{slug}/qr.png", (HttpContext context, string slug, GuideOptions options) =>
            Code(context, slug, stop => Results.Bytes(QrCode.Png(QrCode.Address(options.PublicUrl, stop.Code)), "image/png")));
        // A plaque that was pointed to another stop keeps its own code.
        app.MapGet("/api/v1/plaques/{code}/qr.svg", (HttpContext context, string code, GuideOptions options) => Published.With(context, guide =>
            StopCode.Normalize(code) is { } normal && guide.Library.StopByCode(normal) is not null
                ? Results.Text(QrCode.Svg(QrCode.Address(options.PublicUrl, normal)), "image/svg+xml")
                : Problems.NotFound(context, "error.unknownCode", "unknown-code")));
        app.MapGet("/{lang:length(2)}/plaques/{code}", Sheet);
    }

    private static IResult Code(HttpContext context, string slug, Func<Stop, IResult> draw) => Published.With(context, guide =>
        guide.Library.Stop(slug) is { } stop ? draw(stop) : Problems.NotFound(context, "error.notFound", "unknown-stop"));

    private static IResult Sheet(HttpContext context, string lang, string code, string? second, GuideOptions options) => Published.With(context, guide =>
    {
        if (!LanguageTag.TryParse(lang, out var language) || StopCode.Normalize(code) is not { } normal || guide.Library.StopByCode(normal) is not { } stop)
        {
            return Problems.NotFound(context, "error.unknownCode", "unknown-code");
        }

        var other = LanguageTag.TryParse(second, out var tag) ? tag : language == LanguageTag.Vietnamese ? LanguageTag.English : LanguageTag.Vietnamese;
        return Pages.Of<PlaquePage>(context, language, new()
        {
            ["Stop"] = stop, ["Dossier"] = guide.Library.Dossier(stop.Dossier), ["Second"] = other, ["Code"] = normal, ["Address"] = QrCode.Address(options.PublicUrl, normal),
        });
    });
}
