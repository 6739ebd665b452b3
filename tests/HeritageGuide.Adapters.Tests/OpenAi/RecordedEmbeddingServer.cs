using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HeritageGuide.Adapters.Tests.OpenAi;

/// <summary>An OpenAI-compatible server that gives recorded vectors: a text without one is an error of the test, told when the server is disposed.</summary>
internal sealed class RecordedEmbeddingServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _unrecorded = new();
    private readonly Dictionary<string, float[]> _vectors;

    private RecordedEmbeddingServer(WebApplication app, Dictionary<string, float[]> vectors) => (_app, _vectors) = (app, vectors);

    public Uri Url => new(_app.Urls.First() + "/v1");

    /// <summary>Statuses of the next answers; 200 when empty.</summary>
    public Queue<int> Statuses { get; } = [];

    /// <summary>Time before each answer.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>How many texts each request held.</summary>
    public List<int> Batches { get; } = [];

    public string LastBody { get; private set; } = "";
    public string? LastKey { get; private set; }

    public static async Task<RecordedEmbeddingServer> StartAsync(params (string Text, float[] Vector)[] recordings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new RecordedEmbeddingServer(app, recordings.ToDictionary(r => r.Text, r => r.Vector));
        app.MapPost("/v1/embeddings", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _unrecorded.ShouldBeEmpty("nothing is recorded for these texts");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        LastBody = await reader.ReadToEndAsync();
        LastKey = context.Request.Headers.Authorization;
        using var body = JsonDocument.Parse(LastBody);
        var input = body.RootElement.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(t => t.GetString()!)];
        Batches.Add(texts.Length);
        await Task.Delay(Pause, context.RequestAborted);
        if (Statuses.TryDequeue(out var status) && status != 200)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("{\"error\":{\"message\":\"recorded\"}}");
            return;
        }

        foreach (var text in texts.Where(t => !_vectors.ContainsKey(t)))
        {
            _unrecorded.Enqueue(text);
        }

        // Out of order, as the protocol allows: the index counts.
        var data = texts.Select((t, i) => new { @object = "embedding", index = i, embedding = Encode(_vectors.GetValueOrDefault(t) ?? []) }).Reverse();
        await context.Response.WriteAsJsonAsync(new { @object = "list", data, model = "recorded", usage = new { prompt_tokens = 1, total_tokens = 1 } });
    }

    // The official client asks for base64.
    private static string Encode(float[] vector) => Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.AsSpan()));
}
