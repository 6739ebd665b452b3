using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeritageGuide.Cli.Tests.Plaques;

/// <summary>A guide that answers from a recording; what is not recorded is remembered as asked in vain and answered with 500.</summary>
internal sealed class RecordedGuide : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RecordedGuide(WebApplication app) => _app = app;

    public List<string> Unrecorded { get; } = [];

    public List<string> Agents { get; } = [];

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<RecordedGuide> StartAsync(Dictionary<string, Func<HttpResponse, Task>> recording)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var guide = new RecordedGuide(app);
        app.Run(async context =>
        {
            var asked = context.Request.Path + context.Request.QueryString;
            lock (guide.Agents)
            {
                guide.Agents.Add(context.Request.Headers.UserAgent.ToString());
            }

            if (recording.TryGetValue(asked, out var answer))
            {
                await answer(context.Response);
                return;
            }

            lock (guide.Unrecorded)
            {
                guide.Unrecorded.Add(asked);
            }

            context.Response.StatusCode = 500;
        });
        await app.StartAsync();
        return guide;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
