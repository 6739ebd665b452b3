using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Web.Plaques;

/// <summary>A scan: code → stop page in the visitor's language; a retired plaque says where its story went (410).</summary>
internal static partial class ScanEndpoint
{
    public static void MapScans(this WebApplication app) => app.MapMethods("/q/{code}", [HttpMethods.Get, HttpMethods.Head], Scan);

    private static IResult Scan(HttpContext context, string code, ScanLog scans, ILoggerFactory logs) => Published.With(context, guide =>
    {
        if (StopCode.Normalize(code) is not { } normal || guide.Library.Plaques.Find(normal) is not { } plaque)
        {
            return Problems.NotFound(context, "error.unknownCode", "unknown-code");
        }

        if (ScanChannel.Of(context.Request) is { } channel)
        {
            Count(scans, normal, channel, logs);
        }

        return plaque.State == PlaqueState.Retired ? Retired(context, guide, plaque)
            : guide.Library.StopByCode(normal) is { } stop ? Stop(context, guide, stop)
            : Problems.NotFound(context, "error.unknownCode", "unknown-stop");
    });

    private static IResult Stop(HttpContext context, PublishedGuide guide, Stop stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = $"/{LanguageOf(context, guide, stop)}/stops/{stop.Slug}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Retired(HttpContext context, PublishedGuide guide, Plaque plaque)
    {
        var to = plaque.To is { } slug ? guide.Library.Stop(slug) : null;
        var language = (to ?? guide.Library.Stop(plaque.Stop)) is { } stop ? LanguageOf(context, guide, stop) : VisitorLanguage.Of(context);
        return Pages.Of<RetiredPage>(context, language, new() { ["Plaque"] = plaque, ["To"] = to }, StatusCodes.Status410Gone);
    }

    private static LanguageTag LanguageOf(HttpContext context, PublishedGuide guide, Stop stop)
    {
        var available = guide.Library.Dossier(stop.Dossier)!.Texts.Select(t => LanguageTag.Parse(t.Language)).ToList();
        return LanguageChoice.Choose(context.Request.Query["lang"].FirstOrDefault(), context.Request.Cookies[VisitorLanguage.Cookie], context.Request.Headers.AcceptLanguage, available);
    }

    private static void Count(ScanLog scans, string code, string channel, ILoggerFactory logs)
    {
        try
        {
            scans.Add(code, channel);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep a visitor from the story.
            NotCounted(logs.CreateLogger("Scans"), e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A scan was not counted: {Reason}")]
    private static partial void NotCounted(ILogger log, string reason);
}
