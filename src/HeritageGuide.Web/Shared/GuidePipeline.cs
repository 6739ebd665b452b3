using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.FileProviders;

namespace HeritageGuide.Web.Shared;

/// <summary>What every request passes through: errors said kindly, headers that keep strangers' code out, the guide's own files.</summary>
internal static class GuidePipeline
{
    // Nothing is loaded from elsewhere, and no inline script runs.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseGuideHeaders(this WebApplication app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        await next();
    });

    public static void UseGuideErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = async context =>
            {
                var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                await Problems.For(context, error).ExecuteAsync(context);
            },
        });
        app.UseStatusCodePages(async status =>
        {
            if (status.HttpContext.Response.ContentType is null)
            {
                await Problems.ForStatus(status.HttpContext).ExecuteAsync(status.HttpContext);
            }
        });
    }

    /// <summary>Scripts, styles and fonts carry their hash in the query, so they may be kept for a year.</summary>
    public static void UseGuideFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = new PhysicalFileProvider(WebRoot.Find(app.Environment)),
        OnPrepareResponse = c => c.Context.Response.Headers.CacheControl =
            c.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });
}
