using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HeritageGuide.Adapters.Tests.OpenAi;

/// <summary>An OpenAI-compatible server that answers from recordings, found by a piece of what is asked.</summary>
internal sealed class RecordedChatServer : RecordedServer
{
    private readonly Dictionary<string, Queue<Recording>> _recordings;

    /// <summary>What is played back for a question.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Pieces">Pieces of the model's text.</param>
    /// <param name="Pause">Time before each piece.</param>
    /// <param name="Finish">Reason at the end of the stream; null ends the stream without one, as a cut does.</param>
    public sealed record Recording(int Status, string[] Pieces, TimeSpan Pause = default, string? Finish = "stop");

    private RecordedChatServer(Dictionary<string, Queue<Recording>> recordings) => _recordings = recordings;

    public Uri Url => new(Address + "/v1");

    public int Requests { get; private set; }

    public string LastBody { get; private set; } = "";

    public static Task<RecordedChatServer> StartAsync(params (string Asked, Recording Recording)[] recordings) => StartAsync(
        new RecordedChatServer(recordings.GroupBy(r => r.Asked).ToDictionary(g => g.Key, g => new Queue<Recording>(g.Select(r => r.Recording)))));

    protected override void Map(WebApplication app) => app.MapPost("/v1/chat/completions", AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        LastBody = await reader.ReadToEndAsync();
        Requests++;
        using var body = JsonDocument.Parse(LastBody);
        var asked = body.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").ToString();
        var found = _recordings.FirstOrDefault(r => asked.Contains(r.Key, StringComparison.Ordinal)).Value;
        if (found is null)
        {
            Refuse(context, $"nothing is recorded for '{asked}'");
            return;
        }

        var recording = found.Count > 1 ? found.Dequeue() : found.Peek();
        context.Response.StatusCode = recording.Status;
        if (recording.Status != 200)
        {
            await context.Response.WriteAsync("{\"error\":{\"message\":\"recorded\"}}");
            return;
        }

        context.Response.ContentType = "text/event-stream";
        foreach (var piece in recording.Pieces)
        {
            await Task.Delay(recording.Pause, context.RequestAborted);
            await WriteAsync(context, piece, null);
        }

        if (recording.Finish is null)
        {
            return;
        }

        await WriteAsync(context, "", recording.Finish);
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static async Task WriteAsync(HttpContext context, string piece, string? finish)
    {
        var chunk = new { id = "r", @object = "chat.completion.chunk", created = 1, model = "recorded", choices = new[] { new { index = 0, delta = new { content = piece }, finish_reason = finish } } };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", Encoding.UTF8);
        await context.Response.Body.FlushAsync();
    }
}
