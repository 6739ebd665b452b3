using System.Net;
using System.Net.Http.Headers;

namespace HeritageGuide.Adapters.Models;

/// <summary>
/// Downloads one file beside its place (<c>.part</c>) and moves it there when its hash is right. A cut download goes on where it stopped, now or at the
/// next call.
/// </summary>
public sealed class FileDownload(HttpClient client, TimeProvider clock)
{
    private const int MostCuts = 5;

    /// <summary>How long a server may say nothing.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pause after a cut.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Fetches the file and gives its SHA-256.</summary>
    /// <param name="address">Where it is published.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="expected">Its hash; null to take what comes.</param>
    /// <param name="progress">Bytes there and bytes in all (0 where unknown).</param>
    /// <exception cref="ModelException">It is not there, cannot be reached, or is not the expected file.</exception>
    public async Task<string> FetchAsync(Uri address, string path, string? expected, Action<long, long>? progress, CancellationToken cancel)
    {
        var part = new PartFile(path);
        for (var cuts = 0; ; cuts++)
        {
            var before = part.Length;
            try
            {
                await ReceiveAsync(address, part, expected is not null, progress, cancel);
                break;
            }
            catch (Exception e) when (!cancel.IsCancellationRequested && (e is HttpRequestException { StatusCode: null } or HttpIOException or OperationCanceledException || e is IOException { InnerException: not null }))
            {
                // A server that sent something may send the rest; one that sent nothing will not be asked again.
                if (part.Length <= before || cuts >= MostCuts)
                {
                    var reason = e is OperationCanceledException ? "it says nothing" : (e.InnerException ?? e).Message.ReplaceLineEndings(" ");
                    throw new ModelException($"{address.Host} cannot be reached ({reason}). Check the network or HERITAGE_MODEL_MIRROR and pull again: what has come is kept.", e);
                }

                await Task.Delay(Pause, clock, cancel);
            }
        }

        var actual = await ModelStore.HashAsync(part.Path, cancel);
        if (expected is not null && actual != expected)
        {
            part.Delete();
            throw new ModelException($"{address} is not the published file: SHA-256 is {actual}, expected {expected}. It was thrown away.");
        }

        part.Finish();
        return actual;
    }

    private async Task ReceiveAsync(Uri address, PartFile part, bool hashKnown, Action<long, long>? progress, CancellationToken cancel)
    {
        // Without a hash and without the server's word that the file is the same, half of it is worth nothing.
        var have = hashKnown || part.Tag is not null ? part.Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
            request.Headers.IfRange = part.Tag is { } tag ? new RangeConditionHeaderValue(tag) : null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == have)
        {
            return;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new ModelException($"{address} answers {(int)response.StatusCode}{(response.StatusCode == HttpStatusCode.NotFound ? ": there is no such file" : "")}.");
        }

        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
        part.Tag = response.Headers.ETag is { IsWeak: false } sent ? sent : null;
        await using var file = part.Open(goesOn);
        var total = (goesOn ? have : 0) + (response.Content.Headers.ContentLength ?? 0);
        await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
        var buffer = new byte[1 << 17];
        for (int read; (read = await body.ReadAsync(buffer, patience.Token)) > 0;)
        {
            patience.CancelAfter(Patience);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            progress?.Invoke(file.Position, total);
        }

        file.Flush(flushToDisk: true);
    }
}
