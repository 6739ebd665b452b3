using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HeritageGuide.Adapters.Tests.OpenAi;

/// <summary>An OpenAI-compatible server that gives recorded vectors.</summary>
internal sealed class RecordedEmbeddingServer : RecordedServer
{
    private readonly Dictionary<string, float[]> _vectors;

    private RecordedEmbeddingServer(Dictionary<string, float[]> vectors) => _vectors = vectors;

    public Uri Url => new(Address + "/v1");

    /// <summary>Statuses of the next answers; 200 when empty.</summary>
    public Queue<int> Statuses { get; } = [];

    /// <summary>Time before each answer.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>How many texts each request held.</summary>
    public List<int> Batches { get; } = [];

    public string LastBody { get; private set; } = "";
    public string? LastKey { get; private set; }

    public static Task<RecordedEmbeddingServer> StartAsync(params (string Text, float[] Vector)[] recordings) =>
        StartAsync(new RecordedEmbeddingServer(recordings.ToDictionary(r => r.Text, r => r.Vector)));

    protected override void Map(WebApplication app) => app.MapPost("/v1/embeddings", AnswerAsync);

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
            Refuse(context, $"nothing is recorded for the text '{text}'", StatusCodes.Status200OK);
        }

        // Out of order, as the protocol allows: the index counts.
        var data = texts.Select((t, i) => new { @object = "embedding", index = i, embedding = Encode(_vectors.GetValueOrDefault(t) ?? []) }).Reverse();
        await context.Response.WriteAsJsonAsync(new { @object = "list", data, model = "recorded", usage = new { prompt_tokens = 1, total_tokens = 1 } });
    }

    // The official client asks for base64.
    private static string Encode(float[] vector) => Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.AsSpan()));
}
