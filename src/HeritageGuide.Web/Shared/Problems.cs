using HeritageGuide.Core.Languages;

namespace HeritageGuide.Web.Shared;

/// <summary>Errors as problem+json for programs and as a page for people, with a sentence in the visitor's language.</summary>
internal static class Problems
{
    public static IResult BadRequest(HttpContext context, string key, string? type = null) => Make(context, StatusCodes.Status400BadRequest, key, type);

    public static IResult Unauthorised(HttpContext context, string key, string? type = null) => Make(context, StatusCodes.Status401Unauthorized, key, type);

    public static IResult NotFound(HttpContext context, string key, string? type = null) => Make(context, StatusCodes.Status404NotFound, key, type);

    public static IResult Conflict(HttpContext context, string key, string? type = null) => Make(context, StatusCodes.Status409Conflict, key, type);

    public static IResult Unprocessable(HttpContext context, string key, string type, Dictionary<string, object?> more) =>
        Make(context, StatusCodes.Status422UnprocessableEntity, key, type, more);

    public static IResult TooMany(HttpContext context) => Make(context, StatusCodes.Status429TooManyRequests, "error.tooMany", null);

    public static IResult Unavailable(HttpContext context, string key, string? type = null) => Make(context, StatusCodes.Status503ServiceUnavailable, key, type);

    public static IResult For(HttpContext context, Exception? error) => error is BadHttpRequestException bad
        ? Make(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "error.tooLarge" : "error.badRequest", null)
        : Make(context, StatusCodes.Status500InternalServerError, "error.internal", null);

    public static IResult ForStatus(HttpContext context) => Make(context, context.Response.StatusCode, context.Response.StatusCode switch
    {
        404 => "error.notFound",
        405 => "error.method",
        415 => "error.badRequest",
        _ => "error.badRequest",
    }, null);

    private static IResult Make(HttpContext context, int status, string key, string? type, Dictionary<string, object?>? more = null)
    {
        var language = VisitorLanguage.Of(context);
        var text = context.RequestServices.GetRequiredService<UiTexts>().In(language)[key];
        return WantsPage(context)
            ? Pages.Of<ErrorPage>(context, language, new() { ["Status"] = status, ["Message"] = text }, status)
            : Results.Problem(title: text, statusCode: status, type: type ?? "about:blank#" + key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..], extensions: more);
    }

    private static bool WantsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The language that a visitor is spoken to in.</summary>
internal static class VisitorLanguage
{
    public const string Cookie = "lang";

    /// <summary>Remembers, for this request, the language that its body asks for.</summary>
    public static void Prefer(HttpContext context, string? code) => context.Items[Cookie] = code;

    public static LanguageTag Of(HttpContext context, IReadOnlyList<LanguageTag>? available = null)
    {
        var first = context.Request.Path.Value?.Split('/', 3) is [_, var segment, ..] && segment.Length == 2 ? segment : null;
        return LanguageChoice.Choose(
            context.Items[Cookie] as string ?? context.Request.Query["lang"].FirstOrDefault() ?? first, context.Request.Cookies[Cookie], context.Request.Headers.AcceptLanguage, available ?? []);
    }
}
