using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using HeritageGuide.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace HeritageGuide.Web.Stops;

/// <summary>A scan leads here: the stop page, its story and its voice.</summary>
internal static class StopsEndpoint
{
    /// <summary>A stop that lies near a point, with the distance in metres.</summary>
    public sealed record NearStop(string Slug, string Code, string Dossier, string Title, int Metres, string Precision);

    /// <summary>A page of a list.</summary>
    public sealed record Listed<T>(IReadOnlyList<T> Items, int Total, string? Next);

    public static void MapStops(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/stops/{slug}", ShowAsync);
        app.MapGet("/api/v1/stops/near", Near).Produces<Listed<NearStop>>();
        app.MapGet("/api/v1/stops/{slug}", AnswerAsync).Produces<StopAnswer>();
        app.MapGet("/api/v1/stops/{slug}/audio", AudioAsync);
        app.MapGet("/api/v1/stops/{slug}/audio.vtt", VttAsync);
    }

    private static IResult ShowAsync(HttpContext context, string lang, string slug) => Published.With(context, guide =>
    {
        if (!LanguageTag.TryParse(lang, out var language))
        {
            return Problems.NotFound(context, "error.notFound");
        }

        Remember(context, language);
        if (guide.Library.Stop(slug) is not { } stop)
        {
            return Problems.NotFound(context, "error.notFound");
        }

        var longer = context.Request.Query["version"] == "long";
        return NarrationPlan.Of(guide.Library, stop, language, longer) is not { } narration
            ? Problems.NotFound(context, "error.notTold")
            : Pages.Of<StopPage>(context, language, new()
            {
                ["Library"] = guide.Library, ["Narration"] = narration, ["Longer"] = longer, ["Tour"] = context.Request.Query["tour"].FirstOrDefault(),
                ["Voices"] = context.RequestServices.GetRequiredService<NarrationStudio>().VoicesFor(narration.Language),
            });
    });

    private static Task<IResult> AnswerAsync(HttpContext context, string slug, string? lang, string? voice, NarrationStudio studio, CancellationToken cancel) =>
        NarrationAsync(context, slug, lang, async (guide, narration, requested) =>
        {
            NarrationAudio? audio = null;
            try
            {
                audio = await studio.MakeAsync(narration, voice, cancel);
            }
            catch (VoiceException)
            {
                // The text is worth having without its voice; /readyz says what is wrong with the voice.
            }

            return Results.Json(StopView.Answer(guide.Library, narration, requested, audio, studio));
        });

    private static Task<IResult> AudioAsync(
        HttpContext context, string slug, string? lang, string? voice, string? format, NarrationStudio studio, ILoggerFactory logs, CancellationToken cancel) =>
        NarrationAsync(context, slug, lang, async (_, narration, requested) =>
        {
            // A voice speaks the language that was asked for, or none does: it never reads one language as another.
            if (narration.Language != requested)
            {
                return Problems.NotFound(context, "error.noVoice", "no-voice");
            }

            try
            {
                if (await studio.MakeAsync(narration, voice, cancel) is not { } audio)
                {
                    return Problems.NotFound(context, "error.noVoice", "no-voice");
                }

                var kind = format == "mp3" ? AudioFormat.Mp3 : AudioFormat.Opus;
                return Results.File(
                    studio.PathOf(audio.Key, kind)!, kind == AudioFormat.Mp3 ? "audio/mpeg" : "audio/ogg",
                    entityTag: new EntityTagHeaderValue($"\"{audio.Key}-{format ?? "opus"}\""), enableRangeProcessing: true);
            }
            catch (VoiceException e)
            {
                VoiceLog.Failed(logs.CreateLogger("Voice"), slug, e.Message);
                return Problems.Unavailable(context, "error.voiceFailed", "voice-failed");
            }
        });

    private static Task<IResult> VttAsync(HttpContext context, string slug, string? lang, string? voice, NarrationStudio studio, CancellationToken cancel) =>
        NarrationAsync(context, slug, lang, async (_, narration, requested) =>
            narration.Language == requested && await studio.MakeAsync(narration, voice, cancel) is { } audio
                ? Results.Text(WebVtt.Write([.. narration.Sentences.Select(s => s.Text)], audio.Times), "text/vtt; charset=utf-8")
                : Problems.NotFound(context, "error.noVoice", "no-voice"));

    private static Task<IResult> NarrationAsync(
        HttpContext context, string slug, string? lang, Func<PublishedGuide, Narration, LanguageTag, Task<IResult>> handle) => Published.WithAsync(context, async guide =>
    {
        if (lang is not null && !LanguageTag.TryParse(lang, out _))
        {
            return Problems.BadRequest(context, "error.language", "unknown-language");
        }

        if (guide.Library.Stop(slug) is not { } stop)
        {
            return Problems.NotFound(context, "error.notFound", "unknown-stop");
        }

        var requested = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
        return NarrationPlan.Of(guide.Library, stop, requested, context.Request.Query["version"] == "long") is { } narration
            ? await handle(guide, narration, requested)
            : Problems.NotFound(context, "error.notTold", "not-told");
    });

    private static IResult Near(HttpContext context, double? lat, double? lon, double? radius, string? lang, int? limit) => Published.With(context, guide =>
    {
        if (lat is not (>= -90 and <= 90) || lon is not (>= -180 and <= 180) || radius is not (null or (> 0 and <= 200_000)))
        {
            return Problems.BadRequest(context, "error.coordinates", "coordinates");
        }

        var language = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
        var near = guide.Library.Stops
            .Select(s => (Stop: s, Point: guide.Library.PointOf(s)))
            .Where(s => s.Point is not null)
            .Select(s => (s.Stop, s.Point, Metres: StopFinder.Metres(lat.Value, lon.Value, s.Point!.Latitude, s.Point.Longitude)))
            .Where(s => s.Metres <= (radius ?? 5_000))
            .OrderBy(s => s.Metres).ThenBy(s => s.Stop.Slug, StringComparer.Ordinal).ToList();
        return Results.Json(new Listed<NearStop>(
            [.. near.Take(Math.Clamp(limit ?? 20, 1, 100)).Select(s => new NearStop(
                s.Stop.Slug, s.Stop.Code, s.Stop.Dossier, s.Stop.Title.In(language), (int)Math.Round(s.Metres), s.Point!.Precision))],
            near.Count, null));
    });

    /// <summary>The only cookie: the language that a visitor chose by hand.</summary>
    private static void Remember(HttpContext context, LanguageTag language)
    {
        if (context.Request.Query.ContainsKey("lang"))
        {
            context.Response.Cookies.Append(VisitorLanguage.Cookie, language.Code, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, IsEssential = true, Secure = context.Request.IsHttps,
            });
        }
    }
}

internal static partial class VoiceLog
{
    [LoggerMessage(LogLevel.Warning, "No voice for {Stop}: {Reason}")]
    public static partial void Failed(ILogger log, string stop, string reason);
}
