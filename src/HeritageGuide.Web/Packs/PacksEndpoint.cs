using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Packs;

/// <summary>A tour to take along: what a device keeps for use without a network, each file with its hash so that only what changed is fetched again.</summary>
internal static class PacksEndpoint
{
    private const int OpusBytesASecond = 3_300;
    private const int PageBytes = 14_000;

    /// <summary>A file of a pack.</summary>
    public sealed record PackFile(string Url, string Hash, int Bytes);

    /// <summary>A pack: its files and about how large it is.</summary>
    public sealed record Pack(string Tour, string Lang, string Title, string Hash, int Bytes, IReadOnlyList<PackFile> Files);

    /// <summary>A prepared question with its proven answer.</summary>
    public sealed record Prepared(string Question, string Answer, IReadOnlyList<string> Quotes, string Url);

    public static void MapPacks(this WebApplication app)
    {
        app.MapGet("/api/v1/tours/{id}/pack", (HttpContext context, string id, string? lang, NarrationStudio studio, WebRoot root) => Published.With(context, guide =>
            LanguageTag.TryParse(lang ?? "vi", out var language) && guide.Library.Tour(id) is { } tour
                ? Results.Json(Of(guide.Library, tour, language, studio, root))
                : Problems.NotFound(context, "error.notFound", "unknown-tour"))).Produces<Pack>();
        app.MapGet("/api/v1/tours/{id}/questions", (HttpContext context, string id, string? lang, CancellationToken cancel) => Published.WithAsync(context, async guide =>
            LanguageTag.TryParse(lang ?? "vi", out var language) && guide.Library.Tour(id) is { } tour
                ? Results.Json(await PrepareAsync(guide, tour, language, cancel))
                : Problems.NotFound(context, "error.notFound", "unknown-tour"))).RequireRateLimiting("ask");
        app.MapGet("/{lang:length(2)}/offline", (HttpContext context, string lang) => LanguageTag.TryParse(lang, out var language)
            ? Pages.Of<OfflinePage>(context, language, [])
            : Problems.NotFound(context, "error.notFound"));
    }

    /// <summary>The pack of a tour in one language.</summary>
    public static Pack Of(Library library, Tour tour, LanguageTag language, NarrationStudio studio, WebRoot root)
    {
        var shell = Hash(root.AddressOf("guide.css") + root.AddressOf("guide.js") + root.AddressOf("player.js") + root.AddressOf("sheet.js") + root.AddressOf("pack.js"));
        var stops = tour.Stops.Select(s => library.Stop(s.Stop)).OfType<Stop>().ToList();
        var files = new List<PackFile>
        {
            new(root.AddressOf("guide.css"), shell, 9_000), new(root.AddressOf("guide.js"), shell, 6_000), new(root.AddressOf("pack.js"), shell, 5_000), new("/icon.svg", shell, 400),
            new(root.AddressOf("player.js"), shell, 9_000), new("/sheet.js", shell, 1_000),
            new($"/{language}/offline", shell, PageBytes), new($"/{language}/map", Hash(shell + tour.Id), PageBytes),
            new($"/{language}/tours/{tour.Id}", Hash(shell + string.Concat(stops.Select(s => library.Dossier(s.Dossier)!.Hash))), PageBytes),
            new($"/api/v1/tours/{tour.Id}/questions?lang={language}", Hash(string.Concat(stops.Select(s => library.Dossier(s.Dossier)!.Hash))), 2_000 * stops.Count),
        };
        files.AddRange(Fonts.Of(language).Select(f => new PackFile(f.Address, f.Address, f.Bytes)));
        foreach (var stop in stops)
        {
            var dossier = library.Dossier(stop.Dossier)!;
            var hash = Hash(shell + dossier.Hash);
            files.Add(new PackFile($"/{language}/stops/{stop.Slug}?tour={tour.Id}", hash, PageBytes));
            files.Add(new PackFile($"/{language}/dossiers/{dossier.Id}", hash, 2 * PageBytes));
            files.AddRange(dossier.Media.Take(1).Select(m => new PackFile($"/media/{dossier.Id}/{Path.GetFileName(m.File)}", dossier.Hash[..12], 12_000)));
            // The sound's key knows who speaks and how, so a changed voice or recording is fetched again.
            if (NarrationPlan.Of(library, stop, language) is { } narration && narration.Language == language && studio.KeyOf(narration) is { } sound)
            {
                var seconds = ReadingTime.Seconds(narration.Sentences.Select(s => s.Text), language);
                files.Add(new PackFile($"/api/v1/stops/{stop.Slug}?lang={language}&version=short", Hash(dossier.Hash + sound), 6_000));
                files.Add(new PackFile($"/api/v1/stops/{stop.Slug}/audio?lang={language}&format=webm", sound[..12], (int)seconds * OpusBytesASecond));
            }
        }

        var distinct = files.DistinctBy(f => f.Url).ToList();
        return new Pack(tour.Id, language.Code, tour.Name.In(language), Hash(string.Concat(distinct.Select(f => f.Hash))), distinct.Sum(f => f.Bytes), distinct);
    }

    private static async Task<List<Prepared>> PrepareAsync(PublishedGuide guide, Tour tour, LanguageTag language, CancellationToken cancel)
    {
        var prepared = new List<Prepared>();
        foreach (var stop in tour.Stops.Select(s => guide.Library.Stop(s.Stop)).OfType<Stop>())
        {
            foreach (var question in stop.Questions.GetValueOrDefault(language.Code) ?? [])
            {
                var answer = await guide.Answerer.AnswerAsync(new Question(question, language, stop.Dossier, []), cancel);
                if (answer.Outcome is Outcome.Answered or Outcome.Partly)
                {
                    prepared.Add(new Prepared(question, answer.Text, [.. answer.Citations.Select(c => c.Quote)], $"/{language}/stops/{stop.Slug}?tour={tour.Id}"));
                }
            }
        }

        return prepared;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
