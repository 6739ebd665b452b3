using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HeritageGuide.Adapters.Tests;

/// <summary>A server on a port of its own that answers from recordings. What it was asked in vain is an error of the test, told when the server is disposed.</summary>
internal abstract class RecordedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _faults = new();

    protected RecordedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
    }

    /// <summary>Where the server listens, without a slash at the end.</summary>
    protected string Address => _app.Urls.First();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _faults.ShouldBeEmpty();
    }

    protected static async Task<T> StartAsync<T>(T server)
        where T : RecordedServer
    {
        server.Map(server._app);
        await server._app.StartAsync();
        return server;
    }

    protected abstract void Map(WebApplication app);

    /// <summary>Notes a request that breaks the rules or has no recording.</summary>
    protected void Refuse(HttpContext context, string fault, int status = 599)
    {
        _faults.Enqueue(fault);
        context.Response.StatusCode = status;
    }
}
