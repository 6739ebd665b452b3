using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Web.Plaques;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Curation;

/// <summary>Curators' calls: behind a key (<c>X-Curation-Key</c>), closed where none is set.</summary>
internal static class CurationEndpoint
{
    private const int MostListed = 200;

    public static void MapCuration(this WebApplication app)
    {
        var curation = app.MapGroup("/api/v1/curation").AddEndpointFilter(async (call, next) =>
        {
            var options = call.HttpContext.RequestServices.GetRequiredService<GuideOptions>();
            return Holds(options.CurationKey, call.HttpContext.Request.Headers["X-Curation-Key"].ToString())
                ? await next(call)
                : Problems.Unauthorised(call.HttpContext, "error.curation", "curation-key");
        });
        curation.MapPlaqueCuration();
        curation.MapGet("/unanswered", (UnansweredQuestions unanswered, string? lang, int? offset, int? limit) =>
        {
            var part = Listing.Of(offset, limit, MostListed);
            return part.Answer("/api/v1/curation/unanswered", unanswered.List(lang, part.Start, part.Size), lang is null ? null : "lang=" + Uri.EscapeDataString(lang));
        });
    }

    private static bool Holds(string key, string given) =>
        key.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
