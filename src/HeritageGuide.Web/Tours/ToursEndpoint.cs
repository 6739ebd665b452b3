using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Tours;

/// <summary>Tours: ordered stops with time, distance and what each adds.</summary>
internal static class ToursEndpoint
{
    public static void MapTours(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/tours", (HttpContext context, string lang) => Published.With(context, guide => LanguageTag.TryParse(lang, out var language)
            ? Pages.Of<ToursPage>(context, language, new() { ["Library"] = guide.Library })
            : Problems.NotFound(context, "error.notFound")));
        app.MapGet("/{lang:length(2)}/tours/{id}", (HttpContext context, string lang, string id) => Published.With(context, guide =>
            LanguageTag.TryParse(lang, out var language) && guide.Library.Tour(id) is { } tour
                ? Pages.Of<TourPage>(context, language, new() { ["Library"] = guide.Library, ["Tour"] = tour })
                : Problems.NotFound(context, "error.notFound")));
    }
}
