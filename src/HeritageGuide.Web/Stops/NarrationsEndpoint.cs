using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using HeritageGuide.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace HeritageGuide.Web.Stops;

/// <summary>A stop's narration: its sentences with their times, its sound, its captions. <c>version</c>: short (the default), long or description.</summary>
internal static class NarrationsEndpoint
{
    public static void MapNarrations(this WebApplication app)
    {
        app.MapGet("/api/v1/stops/{slug}", AnswerAsync).Produces<StopAnswer>();
        app.MapGet("/api/v1/stops/{slug}/audio", (HttpContext context, string slug, string? lang, string? voice, string? format, NarrationStudio studio, ILoggerFactory logs, CancellationToken cancel) =>
            AudioAsync(context, slug, lang, voice, Format(format), false, studio, logs, cancel));
        app.MapGet("/api/v1/stops/{slug}/audio.mp3", (HttpContext context, string slug, string? lang, string? voice, string? download, NarrationStudio studio, ILoggerFactory logs, CancellationToken cancel) =>
            AudioAsync(context, slug, lang, voice, AudioFormat.Mp3, download is not (null or "0"), studio, logs, cancel));
        app.MapGet("/api/v1/stops/{slug}/audio.vtt", VttAsync);
    }

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

            return Results.Json(StopView.Answer(guide.Library, narration, requested, audio, studio, Version(context)));
        });

    private static Task<IResult> AudioAsync(
        HttpContext context, string slug, string? lang, string? voice, AudioFormat format, bool download, NarrationStudio studio, ILoggerFactory logs, CancellationToken cancel) =>
        SoundAsync(context, slug, lang, voice, studio, logs, cancel, (narration, audio) =>
        {
            // What is heard can change with the voice: kept copies are asked about each time, and answered by their tag.
            context.Response.Headers.CacheControl = "no-cache";
            var (mime, extension) = format switch { AudioFormat.Mp3 => ("audio/mpeg", "mp3"), AudioFormat.WebM => ("audio/webm", "webm"), _ => ("audio/ogg", "opus") };
            return studio.PathOf(audio, format) is { } path
                ? Results.File(
                    path, mime, download ? $"{slug}.{narration.Language}{(Version(context) is { } version ? "." + version : "")}.mp3" : null,
                    entityTag: new EntityTagHeaderValue($"\"{audio.Key}-{extension}\""), enableRangeProcessing: true)
                : Problems.Unavailable(context, "error.voiceFailed", "voice-failed");
        });

    private static Task<IResult> VttAsync(HttpContext context, string slug, string? lang, string? voice, NarrationStudio studio, ILoggerFactory logs, CancellationToken cancel) =>
        SoundAsync(context, slug, lang, voice, studio, logs, cancel, (narration, audio) => audio.Times.Count == 0
            ? Problems.NotFound(context, "error.noTimes", "no-times")
            : Results.Text(WebVtt.Write([.. narration.Sentences.Select(s => s.Text)], audio.Times), "text/vtt; charset=utf-8"));

    private static Task<IResult> SoundAsync(
        HttpContext context, string slug, string? lang, string? voice, NarrationStudio studio, ILoggerFactory logs, CancellationToken cancel, Func<Narration, NarrationAudio, IResult> send) =>
        NarrationAsync(context, slug, lang, async (_, narration, requested) =>
        {
            // A voice speaks the language that was asked for, or none does: it never reads one language as another.
            try
            {
                return narration.Language == requested && await studio.MakeAsync(narration, voice, cancel) is { } audio
                    ? send(narration, audio)
                    : Problems.NotFound(context, "error.noVoice", "no-voice");
            }
            catch (VoiceException e)
            {
                VoiceLog.Failed(logs.CreateLogger("Voice"), slug, e.Message);
                return Problems.Unavailable(context, "error.voiceFailed", "voice-failed");
            }
        });

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
        return Told(guide.Library, stop, requested, Version(context)) is { } narration
            ? await handle(guide, narration, requested)
            : Problems.NotFound(context, "error.notTold", "not-told");
    });

    private static Narration? Told(Library library, Stop stop, LanguageTag language, string? version) =>
        version == StopView.Description ? NarrationPlan.Describe(library, stop, language) : NarrationPlan.Of(library, stop, language, version == StopView.Long);

    private static AudioFormat Format(string? name) => name switch { "mp3" => AudioFormat.Mp3, "webm" => AudioFormat.WebM, _ => AudioFormat.Opus };

    private static string? Version(HttpContext context) => context.Request.Query["version"].ToString() is var version && version is StopView.Long or StopView.Description ? version : null;
}

internal static partial class VoiceLog
{
    [LoggerMessage(LogLevel.Warning, "No voice for {Stop}: {Reason}")]
    public static partial void Failed(ILogger log, string stop, string reason);
}
