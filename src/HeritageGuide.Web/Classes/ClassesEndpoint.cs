using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;
using HeritageGuide.Web.Lessons;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Classes;

/// <summary>A class at a site: the teacher moves everybody's stop; answers are counted, never named.</summary>
internal static class ClassesEndpoint
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    public static void MapClasses(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/class", (HttpContext context, string lang, string? code) => Published.With(context, guide => !LanguageTag.TryParse(lang, out var language)
            ? Problems.NotFound(context, "error.notFound")
            : code is { Length: > 0 } && context.RequestServices.GetRequiredService<ClassRooms>().Find(code) is { } room
                ? Results.Redirect($"/{lang}/class/{room.Code}")
                : Pages.Of<ClassFormPage>(context, language, new() { ["Library"] = guide.Library, ["Fault"] = code is { Length: > 0 } ? "error.class.none" : null })));
        app.MapPost("/{lang:length(2)}/class", OpenAsync).RequireRateLimiting("ask");
        app.MapGet("/{lang:length(2)}/class/{code}", (HttpContext context, string lang, string code, string? key, ClassRooms rooms) => Published.With(context, guide => Show(context, guide, lang, code, key, rooms)));
        app.MapPost("/{lang:length(2)}/class/{code}", ChangeAsync).RequireRateLimiting("ask");
        app.MapGet("/api/v1/classes/{code}/events", ListenAsync);
    }

    /// <summary>The question asked at a stop: the same for the whole class, from settled claims of its dossier.</summary>
    private static LessonItem? QuestionAt(PublishedGuide guide, string stop, LanguageTag language)
    {
        var lesson = LessonPhrases.LessonLanguages.Contains(language) ? language : LanguageTag.English;
        var dossier = guide.Library.Stop(stop)!.Dossier;
        return guide.Lessons.Composer.Compose(new LessonRequest([dossier], 8, 45, lesson, [LessonPart.Quiz], (int)(StopSeed(stop) % 1_000)) { Questions = 6 })
            .Quiz.FirstOrDefault(i => i.Kind == ItemKind.MultipleChoice);
    }

    private static uint StopSeed(string stop) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(stop)));

    private static Task<IResult> OpenAsync(HttpContext context, string lang, ClassRooms rooms) => Published.WithAsync(context, async guide =>
    {
        var form = await context.Request.ReadFormAsync();
        var stops = guide.Library.Tour(form["tour"].ToString())?.Stops.Select(s => s.Stop).Where(s => guide.Library.Stop(s) is not null).ToList()
            ?? guide.Library.Dossier(form["dossier"].ToString())?.Stops.Select(s => s.Slug).ToList() ?? [];
        return stops.Count == 0 ? Problems.BadRequest(context, "error.class.stops")
            : rooms.Open(stops) is { } room ? Results.Redirect($"/{lang}/class/{room.Code}?key={room.Key}")
            : Problems.Unavailable(context, "error.class.many");
    });

    private static IResult Show(HttpContext context, PublishedGuide guide, string lang, string code, string? key, ClassRooms rooms)
    {
        if (!LanguageTag.TryParse(lang, out var language) || rooms.Find(code) is not { } room)
        {
            return Problems.NotFound(context, "error.class.none");
        }

        return Pages.Of<ClassPage>(context, language, new()
        {
            ["Library"] = guide.Library, ["Room"] = room, ["Teaches"] = Holds(room, key), ["Question"] = QuestionAt(guide, room.Stop, language), ["Answered"] = context.Request.Query.ContainsKey("answered"),
        });
    }

    private static Task<IResult> ChangeAsync(HttpContext context, string lang, string code, ClassRooms rooms) => Published.WithAsync(context, async guide =>
    {
        var form = await context.Request.ReadFormAsync();
        if (!LanguageTag.TryParse(lang, out var language) || rooms.Find(code) is not { } room)
        {
            return Problems.NotFound(context, "error.class.none");
        }

        if (form["stop"].ToString() is { Length: > 0 } stop)
        {
            if (!Holds(room, form["key"]))
            {
                return Problems.BadRequest(context, "error.class.key");
            }

            rooms.Change(room.Code, r => r.MoveTo(stop));
            return Results.Redirect($"/{lang}/class/{room.Code}?key={room.Key}");
        }

        if (QuestionAt(guide, room.Stop, language) is { } question)
        {
            rooms.Change(room.Code, r => r.Count(form["option"].ToString(), question.Options));
        }

        return Results.Redirect($"/{lang}/class/{room.Code}?answered=1");
    });

    private static bool Holds(ClassRoom room, string? key) =>
        key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(room.Key));

    private static async Task ListenAsync(HttpContext context, string code, ClassRooms rooms)
    {
        if (rooms.Find(code) is null)
        {
            await Problems.NotFound(context, "error.class.none").ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        while (rooms.Find(code) is { } room && !context.RequestAborted.IsCancellationRequested)
        {
            var change = rooms.NextChange(room.Code);
            await context.Response.WriteAsync($"event: class\ndata: {JsonSerializer.Serialize(new { stop = room.Stop, answers = room.Counts.Values.Sum(), counts = room.Counts }, JsonSerializerOptions.Web)}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.WhenAny(change, Task.Delay(Heartbeat, context.RequestAborted));
        }
    }
}
