using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.About;

/// <summary>How answers are proven, what is made by AI, accessibility, privacy; and the web app's manifest.</summary>
internal static class AboutEndpoint
{
    public static void MapAbout(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/about", (HttpContext context, string lang) => LanguageTag.TryParse(lang, out var language)
            ? Pages.Of<AboutPage>(context, language, [])
            : Problems.NotFound(context, "error.notFound"));
        app.MapGet("/{lang:length(2)}/manifest.webmanifest", (string lang, HttpContext context, UiTexts texts) => LanguageTag.TryParse(lang, out var language)
            ? Results.Json(new
            {
                name = texts.In(language)["site.name"], short_name = texts.In(language)["site.name"], lang = language.Bcp47, start_url = $"/{language}/", scope = "/", display = "standalone",
                background_color = "#faf7f0", theme_color = "#0e5c52", icons = new[] { new { src = "/icon.svg", sizes = "any", type = "image/svg+xml" } },
            }, contentType: "application/manifest+json")
            : Problems.NotFound(context, "error.notFound"));
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nAllow: /\nDisallow: /api/\n"));
    }
}
