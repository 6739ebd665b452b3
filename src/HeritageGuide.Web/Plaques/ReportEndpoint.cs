using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;

namespace HeritageGuide.Web.Plaques;

/// <summary>A visitor tells that a plaque is broken: a page of its own, so that no form stands on a page that is kept.</summary>
internal static class ReportEndpoint
{
    public const string Limit = "report";

    public static void MapReports(this WebApplication app)
    {
        app.MapGet("/{lang:length(2)}/plaques/{code}/report", (HttpContext context, string lang, string code) =>
            Show(context, lang, code, (language, plaque) => Form(context, language, plaque, null)));
        app.MapPost("/{lang:length(2)}/plaques/{code}/report", SendAsync).RequireRateLimiting(Limit);
        // The short way, for what is printed small.
        app.MapGet("/{lang:length(2)}/s/{code}/report", (string lang, string code) => Results.Redirect($"/{lang}/plaques/{Uri.EscapeDataString(code)}/report"));
    }

    private static async Task<IResult> SendAsync(HttpContext context, string lang, string code, VisitorReports reports)
    {
        if (!context.Request.HasFormContentType)
        {
            return Problems.BadRequest(context, "error.badRequest");
        }

        var form = await context.Request.ReadFormAsync();
        var (kind, note) = (form["kind"].ToString(), form["note"].ToString().ReplaceLineEndings("\n"));
        return Show(context, lang, code, (language, plaque) =>
            !VisitorReports.Kinds.Contains(kind) ? Form(context, language, plaque, "error.report.kind", kind, note)
            : note.Length > VisitorReports.LongestNote ? Form(context, language, plaque, "error.report.long", kind, note)
            : reports.Add(plaque.Code, kind, note) ? SeeOther(context, $"/{language}/plaques/{plaque.Code}/report?sent")
            : Problems.Unavailable(context, "error.report.many"));
    }

    private static IResult Show(HttpContext context, string lang, string code, Func<LanguageTag, Plaque, IResult> show) => Published.With(context, guide =>
        LanguageTag.TryParse(lang, out var language) && StopCode.Normalize(code) is { } normal && guide.Library.Plaques.Find(normal) is { } plaque
            ? show(language, plaque)
            : Problems.NotFound(context, "error.unknownCode", "unknown-code"));

    private static IResult Form(HttpContext context, LanguageTag language, Plaque plaque, string? fault, string kind = "", string note = "") => Published.With(context, guide =>
        Pages.Of<ReportPage>(context, language, new()
        {
            ["Plaque"] = plaque, ["Stop"] = guide.Library.Stop(plaque.Stop), ["Fault"] = fault, ["Kind"] = kind, ["Note"] = note, ["Sent"] = fault is null && context.Request.Query.ContainsKey("sent"),
        }, fault is null ? 200 : 400));

    private static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
