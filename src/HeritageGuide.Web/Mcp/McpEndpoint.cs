using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Mcp;

namespace HeritageGuide.Web.Mcp;

/// <summary>The guide's tools for assistants at <c>/mcp</c>: stateless streamable HTTP, read only.</summary>
internal static class McpEndpoint
{
    public static void AddMcpTools(this IServiceCollection services) =>
        services.AddMcpServer().WithHttpTransport(o => o.Stateless = true).WithTools<HeritageTools>();

    public static void MapMcpTools(this WebApplication app) => app.MapMcp("/mcp").RequireRateLimiting("ask").AddEndpointFilter(async (call, next) =>
        IsOwnOrigin(call.HttpContext) ? await next(call) : Results.StatusCode(StatusCodes.Status403Forbidden));

    // A page elsewhere must not drive a visitor's browser to this address (DNS rebinding); programs send no Origin.
    private static bool IsOwnOrigin(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var options = context.RequestServices.GetRequiredService<GuideOptions>();
        return origin.Length == 0 || origin == options.PublicUrl || origin == $"{context.Request.Scheme}://{context.Request.Host}" && context.Request.Host.Host is "localhost" or "127.0.0.1";
    }
}
