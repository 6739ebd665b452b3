using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HeritageGuide.Adapters.Tests.Models;

/// <summary>A mirror of models that can cut, lie and change; a path that it does not hold answers 404.</summary>
internal sealed class RecordedModelServer : RecordedServer
{
    /// <summary>File by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Paths that may be asked for in vain.</summary>
    public HashSet<string> MayLack { get; } = [];

    /// <summary>Ends each answer after so many bytes.</summary>
    public int? CutAfter { get; set; }

    /// <summary>Sends no ETag, so that nobody can know whether a file is still the same.</summary>
    public bool WithoutTag { get; set; }

    /// <summary>Range headers in the order in which they came; empty for none.</summary>
    public List<string> Ranges { get; } = [];

    public string Url => Address;

    public static Task<RecordedModelServer> StartAsync() => StartAsync(new RecordedModelServer());

    protected override void Map(WebApplication app) => app.MapGet("/{**path}", AnswerAsync);

    private async Task AnswerAsync(HttpContext context, string path)
    {
        if (!Files.TryGetValue(path, out var bytes))
        {
            if (MayLack.Contains(path))
            {
                context.Response.StatusCode = 404;
            }
            else
            {
                Refuse(context, $"nothing is recorded at {path}", StatusCodes.Status404NotFound);
            }

            return;
        }

        var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..16]}\"";
        var asked = context.Request.Headers.Range.ToString();
        Ranges.Add(asked);
        var condition = context.Request.Headers.IfRange.ToString();
        var from = asked.Length > 0 && (condition.Length == 0 || condition == tag) ? int.Parse(asked["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (!WithoutTag)
        {
            context.Response.Headers.ETag = tag;
        }

        if (from > 0)
        {
            context.Response.StatusCode = from >= bytes.Length ? 416 : 206;
            context.Response.Headers.ContentRange = from >= bytes.Length ? $"bytes */{bytes.Length}" : $"bytes {from}-{bytes.Length - 1}/{bytes.Length}";
        }

        if (from >= bytes.Length)
        {
            return;
        }

        context.Response.ContentLength = bytes.Length - from;
        var sent = Math.Min(bytes.Length - from, CutAfter ?? int.MaxValue);
        await context.Response.Body.WriteAsync(bytes.AsMemory(from, sent));
        await context.Response.Body.FlushAsync();
        if (sent < bytes.Length - from)
        {
            // What has been sent must arrive before the line goes dead.
            await Task.Delay(100);
            context.Abort();
        }
    }
}
