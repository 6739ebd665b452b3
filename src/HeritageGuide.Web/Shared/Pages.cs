using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HeritageGuide.Web.Shared;

/// <summary>Renders pages: one Razor component each, on the server, without any script of its own.</summary>
internal static class Pages
{
    public static void AddGuidePages(this IServiceCollection services)
    {
        services.AddSingleton<UiTexts>();
        services.AddSingleton<WebRoot>();
        services.AddSingleton<Tongues>();
        services.AddHttpContextAccessor();
    }

    /// <summary>The page, or the "still starting" page while nothing is loaded.</summary>
    public static IResult Of<TPage>(HttpContext context, LanguageTag language, Dictionary<string, object?> parameters, int status = 200)
        where TPage : IComponent
    {
        AddShared(context, language, parameters);
        context.Response.Headers.CacheControl = status == 200 ? "no-cache" : "no-store";
        context.Response.Headers.Vary = "Accept-Encoding";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>The page as text, for a script that asked for it in a stream.</summary>
    public static async Task<string> TextAsync<TPage>(HttpContext context, LanguageTag language, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        AddShared(context, language, parameters);
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private static void AddShared(HttpContext context, LanguageTag language, Dictionary<string, object?> parameters)
    {
        parameters["Ui"] = context.RequestServices.GetRequiredService<UiTexts>().In(language);
        parameters["Path"] = context.Request.Path.Value ?? "/";
    }
}

/// <summary>Runs a handler with what is published now; says kindly that the guide is still starting where nothing is.</summary>
internal static class Published
{
    public static IResult With(HttpContext context, Func<PublishedGuide, IResult> handle) =>
        context.RequestServices.GetRequiredService<Publication>().Current is { } guide ? handle(guide) : Starting(context);

    public static async Task<IResult> WithAsync(HttpContext context, Func<PublishedGuide, Task<IResult>> handle) =>
        context.RequestServices.GetRequiredService<Publication>().Current is { } guide ? await handle(guide) : Starting(context);

    private static IResult Starting(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "3";
        return Problems.Unavailable(context, "error.starting", "starting");
    }
}
