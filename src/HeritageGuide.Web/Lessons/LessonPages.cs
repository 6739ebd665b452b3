using System.Globalization;
using HeritageGuide.Adapters.Drafts;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Ask;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Lessons;

/// <summary>Lessons for people: make one, read and edit it, play its quiz. All of it works without JavaScript.</summary>
internal static class LessonPages
{
    public static void MapLessonPages(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/lessons", (HttpContext context, string lang, string? dossier) => Published.With(context, guide => LanguageTag.TryParse(lang, out var language)
            ? Form(context, language, guide.Library, new LessonBody(null, dossier is null ? null : [dossier], null, 8, 45, lang, null, null, null), null, [])
            : Problems.NotFound(context, "error.notFound")));
        app.MapPost("/{lang:length(2)}/lessons", MakeAsync).RequireRateLimiting("ask");
        app.MapGet("/{lang:length(2)}/lessons/{id}", (HttpContext context, string lang, string id, LessonDrafts drafts) => Show(context, lang, id, drafts, null));
        app.MapPost("/{lang:length(2)}/lessons/{id}", EditAsync).RequireRateLimiting("ask");
        app.MapGet("/{lang:length(2)}/lessons/{id}/quiz", (HttpContext context, string lang, string id, LessonDrafts drafts) => Quiz(context, lang, id, drafts, null));
        app.MapPost("/{lang:length(2)}/lessons/{id}/quiz", async (HttpContext context, string lang, string id, LessonDrafts drafts) =>
            Quiz(context, lang, id, drafts, await context.Request.ReadFormAsync()));
    }

    private static Task<IResult> MakeAsync(HttpContext context, string lang, LessonDrafts drafts, CancellationToken cancel) => Published.WithAsync(context, async guide =>
    {
        if (!LanguageTag.TryParse(lang, out var language))
        {
            return Problems.NotFound(context, "error.notFound");
        }

        var form = await context.Request.ReadFormAsync(cancel);
        int? Number(string key) => int.TryParse(form[key], NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null;
        string[] Many(string key) => [.. form[key].OfType<string>().Where(v => v.Length > 0)];
        var body = new LessonBody(form["topic"], Many("dossiers"), form["tour"], Number("grade"), Number("minutes"), form["lessonLang"], Many("parts"), Number("seed"), Number("questions"));
        var (request, fault, near) = await body.ReadAsync(guide, cancel);
        if (request is null)
        {
            return Form(context, language, guide.Library, body, fault, near);
        }

        async Task<string> AddressAsync(IProgress<double>? progress) => $"/{lang}/lessons/{drafts.Add(await guide.Lessons.MakeAsync(request, progress, cancel))}";
        return AskEndpoint.WantsEvents(context)
            ? MakingStream.Of(async progress => new { Url = await AddressAsync(progress) }, cancel)
            : Results.Redirect(await AddressAsync(null));
    });

    private static IResult Form(HttpContext context, LanguageTag language, Core.Dossiers.Library library, LessonBody body, string? fault, IReadOnlyList<string> near) =>
        Pages.Of<LessonFormPage>(context, language, new() { ["Library"] = library, ["Body"] = body, ["Fault"] = fault, ["Near"] = near }, fault is null ? 200 : 400);

    private static IResult Show(HttpContext context, string lang, string id, LessonDrafts drafts, string? fault) =>
        !LanguageTag.TryParse(lang, out var language) ? Problems.NotFound(context, "error.notFound")
        : drafts.Find(id) is { } draft ? Pages.Of<LessonPage>(context, language, new() { ["Id"] = id, ["Draft"] = draft, ["Fault"] = fault }, fault is null ? 200 : 409)
        : Problems.NotFound(context, "error.lesson.gone");

    private static Task<IResult> EditAsync(HttpContext context, string lang, string id, LessonDrafts drafts) => Published.WithAsync(context, async guide =>
    {
        var form = await context.Request.ReadFormAsync();
        if (drafts.Find(id) is not { } draft || form["edit"].ToString().Split(' ', 2) is not [var action, var item])
        {
            return Problems.NotFound(context, "error.lesson.gone");
        }

        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        if (seen != draft.Version)
        {
            return Show(context, lang, id, drafts, "error.lesson.changed");
        }

        return LessonsEndpoint.Apply(guide, draft.Lesson, action, item) is not { } edited ? Show(context, lang, id, drafts, "error.lesson.edit")
            : drafts.Replace(id, seen, edited) ? Results.Redirect($"/{lang}/lessons/{id}#quiz")
            : Show(context, lang, id, drafts, "error.lesson.changed");
    });

    private static IResult Quiz(HttpContext context, string lang, string id, LessonDrafts drafts, IFormCollection? answers) =>
        !LanguageTag.TryParse(lang, out var language) ? Problems.NotFound(context, "error.notFound")
        : drafts.Find(id) is { } draft ? Pages.Of<QuizPage>(context, language, new() { ["Id"] = id, ["Lesson"] = draft.Lesson, ["Given"] = answers })
        : Problems.NotFound(context, "error.lesson.gone");
}
