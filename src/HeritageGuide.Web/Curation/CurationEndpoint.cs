using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Web.Plaques;
using HeritageGuide.Web.Shared;
using HeritageGuide.Web.Stops;

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
            var (start, size) = (Math.Max(0, offset ?? 0), Math.Clamp(limit ?? MostListed, 1, MostListed));
            var (groups, total) = unanswered.List(lang, start, size);
            return Results.Json(new StopsEndpoint.Listed<UnansweredGroup>(groups, total, start + size < total ? $"/api/v1/curation/unanswered?offset={start + size}&limit={size}" : null));
        });
    }

    private static bool Holds(string key, string given) =>
        key.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
