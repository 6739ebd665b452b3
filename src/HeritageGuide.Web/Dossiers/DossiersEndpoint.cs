using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;
using HeritageGuide.Web.Shared;
using HeritageGuide.Web.Stops;

namespace HeritageGuide.Web.Dossiers;

/// <summary>The dossiers: list, search, one, and its pictures.</summary>
internal static class DossiersEndpoint
{
    private const int PageSize = 100;

    public static void MapDossiers(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/dossiers", ListPageAsync);
        app.MapGet("/{lang:length(2)}/dossiers/{id}", ShowPage);
        app.MapGet("/{lang:length(2)}/documents/{id}", ShowDocument);
        app.MapGet("/api/v1/dossiers", ListAsync).Produces<Listed<DossierEntry>>();
        app.MapGet("/api/v1/dossiers/{id}", Show).Produces<DossierAnswer>();
        app.MapGet("/media/{dossier}/{file}", Picture);
    }

    private static Task<IResult> ListAsync(
        HttpContext context, string? kind, string? rank, string? lang, string? q, string? place, int? offset, int? limit, CancellationToken cancel) =>
        Published.WithAsync(context, async guide =>
        {
            if (lang is not null && !LanguageTag.TryParse(lang, out _))
            {
                return Problems.BadRequest(context, "error.language", "unknown-language");
            }

            var language = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
            var found = await FindAsync(guide, kind, rank, q, place, cancel);
            var part = Listing.Of(offset, limit, PageSize);
            var items = found.Skip(part.Start).Take(part.Size)
                .Select(d => new DossierEntry(d.Id, d.Names.In(language), d.Kind, d.Rank, d.Summary.In(language), $"/{language}/dossiers/{d.Id}")).ToList();
            return part.Answer<DossierEntry>("/api/v1/dossiers", (items, found.Count), $"lang={language}");
        });

    private static IResult Show(HttpContext context, string id, string? lang) => Published.With(context, guide =>
    {
        if (lang is not null && !LanguageTag.TryParse(lang, out _))
        {
            return Problems.BadRequest(context, "error.language", "unknown-language");
        }

        var language = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
        return guide.Library.Dossier(id) is { } dossier
            ? Results.Json(DossierAnswer.From(dossier, language))
            : Problems.NotFound(context, "error.notFound", "unknown-dossier");
    });

    private static Task<IResult> ListPageAsync(
        HttpContext context, string lang, string? kind, string? rank, string? q, string? place, CancellationToken cancel) => Published.WithAsync(context, async guide =>
    {
        if (!LanguageTag.TryParse(lang, out var language))
        {
            return Problems.NotFound(context, "error.notFound");
        }

        // A code typed into the search box is a scan without a camera.
        if (Core.Guide.StopCode.Normalize(q) is { } code && guide.Library.Plaques.Find(code) is not null)
        {
            return Results.Redirect($"/q/{code}?lang={language}");
        }

        return Pages.Of<DossiersPage>(context, language, new()
        {
            ["Library"] = guide.Library, ["Found"] = await FindAsync(guide, kind, rank, q, place, cancel), ["Query"] = q, ["Kind"] = kind, ["Rank"] = rank, ["Place"] = place,
        });
    });

    private static IResult ShowPage(HttpContext context, string lang, string id) => Published.With(context, guide =>
        LanguageTag.TryParse(lang, out var language) && guide.Library.Dossier(id) is { } dossier
            ? Pages.Of<DossierPage>(context, language, new() { ["Library"] = guide.Library, ["Dossier"] = dossier })
            : Problems.NotFound(context, "error.notFound"));

    private static IResult ShowDocument(HttpContext context, string lang, string id) => Published.With(context, guide =>
        LanguageTag.TryParse(lang, out var language) && guide.Library.Document(id) is { } document
            ? Pages.Of<DocumentPage>(context, language, new() { ["Document"] = document })
            : Problems.NotFound(context, "error.notFound"));

    private static IResult Picture(HttpContext context, string dossier, string file, GuideOptions options) => Published.With(context, guide =>
    {
        // Only files that the dossier lists are served; a visitor's text never becomes a path.
        var picture = guide.Library.Dossier(dossier)?.Media.FirstOrDefault(m => Path.GetFileName(m.File) == file);
        var path = picture is null ? null : Path.Combine(options.Corpus, "dossiers", dossier, picture.File);
        if (path is null || !File.Exists(path))
        {
            return Problems.NotFound(context, "error.notFound");
        }

        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.File(path, Path.GetExtension(path) == ".svg" ? "image/svg+xml" : "application/octet-stream");
    });

    private static async Task<IReadOnlyList<Dossier>> FindAsync(PublishedGuide guide, string? kind, string? rank, string? q, string? place, CancellationToken cancel)
    {
        IEnumerable<Dossier> found = guide.Library.Dossiers.OrderBy(d => Ranks.Order(d.Rank)).ThenBy(d => d.Names.In(LanguageTag.Vietnamese), StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(q) && q.Length <= 200)
        {
            var passages = await guide.Retriever.RetrieveAsync(new RetrievalRequest(q, null, "dossier", null, HybridRetriever.Reranked), cancel);
            found = passages.Select(p => p.Passage.Dossier).Distinct().Select(guide.Library.Dossier).OfType<Dossier>();
        }

        var where = place is null ? null : VietnameseText.Fold(place);
        return [.. found.Where(d => (kind is null or "" || d.Kind == kind) && (rank is null or "" || d.Rank == rank)
            && (where is null or "" || d.Places.Any(p => VietnameseText.Fold(p.Name).Contains(where, StringComparison.Ordinal))))];
    }
}
