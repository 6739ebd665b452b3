using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Health;

/// <summary>Whether the guide is alive, whether it is ready, and what is degraded.</summary>
internal static class HealthEndpoint
{
    /// <summary>Body of <c>/readyz</c>.</summary>
    public sealed record Readiness(
        bool Ready, string Step, int Dossiers, int Passages, string Index, string EmbeddingModel, IReadOnlyList<string> Voices, IReadOnlyList<string> Degraded);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (Publication publication, StartReport start, IPassageIndex index, IEmbedder embedder, NarrationStudio studio, CancellationToken cancel) =>
        {
            var status = await index.StatusAsync(cancel);
            List<string> degraded = [];
            if (start.Failure is { } failure)
            {
                degraded.Add(failure);
            }

            if (embedder.Dimensions == 0)
            {
                degraded.Add("embedding: no model, retrieval goes by words alone");
            }

            if (!status.Healthy)
            {
                degraded.Add("index: " + status.Detail);
            }

            degraded.AddRange(studio.Faults);
            degraded.AddRange(start.Findings.Where(f => f.Severity == Core.Dossiers.Severity.Error).Select(f => f.ToString()).Take(20));
            var library = publication.Current?.Library;
            var body = new Readiness(
                library is not null, start.Step, library?.Dossiers.Count ?? 0, status.Passages, status.Detail, embedder.ModelId,
                [.. LanguageTag.All.Where(l => studio.VoicesFor(l).Count > 0).Select(l => l.Code)], degraded);
            return Results.Json(body, statusCode: library is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        });
    }
}
