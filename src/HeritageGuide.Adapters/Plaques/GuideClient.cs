using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>An answer, as much of it as a verification needs.</summary>
/// <param name="Status">HTTP status; 0 where there was no answer.</param>
/// <param name="Location">Where it sends one on to.</param>
/// <param name="Body">The body, or its beginning where only that was asked for.</param>
/// <param name="Length">Length of the whole body in bytes; null where it is not said.</param>
/// <param name="Failure">Why there was no answer.</param>
internal sealed record GuideAnswer(HttpStatusCode Status, string? Location, byte[] Body, long? Length, string? Failure)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>Asks a guide as a phone does, but never twice for the same page, and says that it is a machine.</summary>
internal sealed class GuideClient : IDisposable
{
    public const string UserAgent = "HeritageGuide-verify/1.0 (bot)";
    private const int MostBytes = 4 * 1024 * 1024;
    private readonly HttpClient _client;
    private readonly string _base;
    private readonly TimeSpan _timeout;
    private readonly ConcurrentDictionary<string, Lazy<Task<GuideAnswer>>> _pages = new();
    private int _requests;

    public GuideClient(string baseUrl, TimeSpan timeout, HttpMessageHandler? handler)
    {
        _base = baseUrl.TrimEnd('/');
        _timeout = timeout;
        _client = new HttpClient(handler ?? new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    public int Requests => _requests;

    /// <summary>A page; asked for once however many chains lead through it.</summary>
    public Task<GuideAnswer> PageAsync(string path, CancellationToken cancel) => _pages.GetOrAdd(path, p => new Lazy<Task<GuideAnswer>>(() => GetAsync(p, null, cancel))).Value;

    /// <summary>The first bytes of a file.</summary>
    public Task<GuideAnswer> BeginningAsync(string path, int bytes, CancellationToken cancel) => GetAsync(path, bytes, cancel);

    public void Dispose() => _client.Dispose();

    private async Task<GuideAnswer> GetAsync(string path, int? bytes, CancellationToken cancel)
    {
        Interlocked.Increment(ref _requests);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _base + path);
            request.Headers.Range = bytes is { } some ? new RangeHeaderValue(0, some - 1) : null;
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await ReadAsync(response, bytes ?? MostBytes, limit.Token);
            return new GuideAnswer(response.StatusCode, response.Headers.Location?.OriginalString, body, response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength, null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new GuideAnswer(0, null, [], null, $"no answer within {_timeout.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new GuideAnswer(0, null, [], null, e.Message);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancel)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[Math.Min(most, MostBytes)];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return buffer[..read];
    }
}
