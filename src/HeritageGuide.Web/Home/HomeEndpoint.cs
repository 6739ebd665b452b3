using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Home;

/// <summary>The front page, and the way to it in the visitor's language.</summary>
internal static class HomeEndpoint
{
    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/", (HttpContext context) => Show(context, VisitorLanguage.Of(context)));
        app.MapGet("/{lang:length(2)}", (HttpContext context, string lang) => LanguageTag.TryParse(lang, out var language) ? Show(context, language) : Problems.NotFound(context, "error.notFound"));
    }

    private static IResult Show(HttpContext context, LanguageTag language) => Published.With(context, guide =>
        Pages.Of<HomePage>(context, language, new() { ["Library"] = guide.Library }));
}
