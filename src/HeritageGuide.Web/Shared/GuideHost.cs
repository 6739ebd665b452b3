using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;

namespace HeritageGuide.Web.Shared;

/// <summary>How the guide is hosted: address, limits, JSON, compression.</summary>
internal static class GuideHost
{
    private const long MaxBodyBytes = 64 * 1024;
    private const int AsksAMinute = 120;
    private const int ReportsInTenMinutes = 20;

    public static void AddGuideHost(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["ASPNETCORE_URLS"]) && string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = MaxBodyBytes;
            k.Limits.MaxRequestLineSize = 16 * 1024;
        });
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            // Vietnamese stays readable in the answers; < > & are still escaped.
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        // Without this, Razor writes every Vietnamese letter as an entity and doubles the page.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "text/vtt"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    public static void AddGuideLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.AddPolicy("ask", context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AsksAMinute * 5, TokensPerPeriod = AsksAMinute, ReplenishmentPeriod = TimeSpan.FromSeconds(10), QueueLimit = 0, AutoReplenishment = true,
            }));
        // A class behind one address may report, a flood may not.
        o.AddPolicy("report", context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = ReportsInTenMinutes, Window = TimeSpan.FromMinutes(10), QueueLimit = 0 }));
        o.OnRejected = (context, _) => new ValueTask(Problems.TooMany(context.HttpContext).ExecuteAsync(context.HttpContext));
    });
}
