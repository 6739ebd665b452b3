using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Map;

/// <summary>A map sketch: where the dossiers lie, and how well that is known.</summary>
internal static class MapEndpoint
{
    public static void MapMap(this WebApplication app) =>
        app.MapGet("/{lang:length(2)}/map", (HttpContext context, string lang) => Published.With(context, guide => LanguageTag.TryParse(lang, out var language)
            ? Pages.Of<MapPage>(context, language, new() { ["Library"] = guide.Library })
            : Problems.NotFound(context, "error.notFound")));
}
