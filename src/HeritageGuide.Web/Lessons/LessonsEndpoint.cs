using System.Text.Json;
using System.Text.Json.Serialization;
using HeritageGuide.Adapters.Drafts;
using HeritageGuide.Adapters.Export;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Lessons;
using HeritageGuide.Web.Shared;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HeritageGuide.Web.Lessons;

/// <summary>Lessons for programs: make one, read it, edit it, take it away.</summary>
internal static class LessonsEndpoint
{
    private static readonly JsonStringEnumConverter Words = new(JsonNamingPolicy.KebabCaseLower);

    /// <summary>A lesson as it is answered: its id, the number of its edit, when it expires, and where its forms lie.</summary>
    public sealed record LessonAnswer(string Id, int Version, DateTimeOffset Expires, string Url, Lesson Lesson, IReadOnlyDictionary<string, string> Exports);

    /// <summary>An edit: <c>drop</c>, <c>up</c>, <c>down</c> or <c>replace</c> an item of the version that was seen.</summary>
    public sealed record LessonChange(int Version, string Action, string Item);

    public static void MapLessons(this WebApplication app)
    {
        app.MapPost("/api/v1/lessons", MakeAsync).Produces<LessonAnswer>(StatusCodes.Status201Created).RequireRateLimiting("ask");
        app.MapGet("/api/v1/lessons/{file}", Get);
        app.MapPost("/api/v1/lessons/{id}/edits", Edit).RequireRateLimiting("ask");
        app.MapLessonPages();
    }

    /// <summary>The edited lesson; null when the action or the item is unknown, or no other item is left.</summary>
    public static Lesson? Apply(PublishedGuide guide, Lesson lesson, string action, string item)
    {
        if (!lesson.Quiz.Concat(lesson.Worksheet).Any(i => i.Id == item))
        {
            return null;
        }

        return action switch
        {
            "drop" => LessonEdit.Drop(lesson, item),
            "up" => LessonEdit.Move(lesson, item, -1),
            "down" => LessonEdit.Move(lesson, item, 1),
            "replace" => LessonEdit.Replace(lesson, item, guide.Lessons.Composer),
            _ => null,
        };
    }

    private static Task<IResult> MakeAsync(HttpContext context, LessonBody body, LessonDrafts drafts, IOptions<JsonOptions> json, CancellationToken cancel) => Published.WithAsync(context, async guide =>
    {
        VisitorLanguage.Prefer(context, body.Lang);
        var (request, fault, near) = await body.ReadAsync(guide, cancel);
        if (request is null)
        {
            return fault == "error.lesson.topic"
                ? Problems.Unprocessable(context, fault, "topic-not-covered", new() { ["near"] = near.Select(d => new { dossier = d, title = guide.Library.Dossier(d)!.Names.In(VisitorLanguage.Of(context)) }).ToArray() })
                : Problems.BadRequest(context, fault!, "lesson");
        }

        var id = drafts.Add(await guide.Lessons.MakeAsync(request, null, cancel));
        context.Response.Headers.Location = $"/api/v1/lessons/{id}";
        return Answer(id, drafts.Find(id)!, json, StatusCodes.Status201Created);
    });

    private static IResult Get(HttpContext context, string file, LessonDrafts drafts, IOptions<JsonOptions> json)
    {
        var (id, extension) = file.Split('.', 2) is [var a, var b] ? (a, b) : (file, "");
        if (drafts.Find(id) is not { } draft)
        {
            return Problems.NotFound(context, "error.lesson.gone", "lesson-expired");
        }

        if (extension.Length == 0)
        {
            return Answer(id, draft, json, StatusCodes.Status200OK);
        }

        // A draft changes under its address: it is asked for anew each time.
        context.Response.Headers.CacheControl = "no-store";
        return LessonExports.Find(extension) is { } form
            ? Results.File(form.Write(draft.Lesson), form.Mime, extension.EndsWith("html", StringComparison.Ordinal) ? null : $"lesson-{draft.Lesson.Dossiers[0]}.{extension}")
            : Problems.NotFound(context, "error.lesson.form", "unknown-form");
    }

    private static IResult Edit(HttpContext context, string id, LessonChange change, LessonDrafts drafts, IOptions<JsonOptions> json) => Published.With(context, guide =>
    {
        if (drafts.Find(id) is not { } draft)
        {
            return Problems.NotFound(context, "error.lesson.gone", "lesson-expired");
        }

        if (draft.Version != change.Version)
        {
            return Problems.Conflict(context, "error.lesson.changed", "lesson-changed");
        }

        return Apply(guide, draft.Lesson, change.Action, change.Item) is not { } edited ? Problems.BadRequest(context, "error.lesson.edit", "lesson-edit")
            : drafts.Replace(id, change.Version, edited) ? Answer(id, drafts.Find(id)!, json, StatusCodes.Status200OK)
            : Problems.Conflict(context, "error.lesson.changed", "lesson-changed");
    });

    private static IResult Answer(string id, LessonDraft draft, IOptions<JsonOptions> json, int status)
    {
        var options = new JsonSerializerOptions(json.Value.SerializerOptions) { Converters = { Words } };
        var answer = new LessonAnswer(
            id, draft.Version, draft.Expires, $"/{draft.Lesson.Language}/lessons/{id}", draft.Lesson, LessonExports.All.ToDictionary(f => f.Extension, f => $"/api/v1/lessons/{id}.{f.Extension}"));
        return Results.Json(answer, options, statusCode: status);
    }
}
