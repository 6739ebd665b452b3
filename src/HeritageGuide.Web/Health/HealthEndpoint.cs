using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Languages;
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
        app.MapGet("/readyz", async (Publication publication, StartReport start, PassageSearch wanted, EmbedderChoice choice, NarrationStudio studio, CancellationToken cancel) =>
        {
            var search = publication.Current?.Search ?? wanted;
            var (embedder, status) = (search.Embedder, await search.Index.StatusAsync(cancel));
            List<string> degraded = [];
            if (start.Failure is { } failure)
            {
                degraded.Add(failure);
            }

            if (embedder.Dimensions == 0)
            {
                degraded.Add("embedding: no model, retrieval goes by words alone");
            }

            if (publication.IsStandingIn)
            {
                degraded.Add($"embedding: the index of {wanted.Embedder.ModelId} is not complete; {embedder.ModelId} answers meanwhile");
            }

            if ((choice.Missing ?? start.Trouble ?? choice.Server?.Trouble) is { } trouble)
            {
                degraded.Add("embedding: " + trouble);
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
