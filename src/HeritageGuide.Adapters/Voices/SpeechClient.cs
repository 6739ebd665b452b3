using System.Net;
using System.Net.Http.Headers;
using HeritageGuide.Core.Narration;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace HeritageGuide.Adapters.Voices;

/// <summary>
/// Asks a speech server for one sentence: time-out, three tries with jitter where it is busy or broken (as long as it asks to wait, within limits),
/// rest after many failures, a few sentences at a time. Every failure is a <see cref="VoiceException"/> that says what to do.
/// </summary>
internal sealed class SpeechClient : IDisposable
{
    private const int MostTries = 3;
    private const long LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(60);

    private readonly string _engine;
    private readonly HttpClient _http;
    private readonly Func<HttpStatusCode, string?> _cure;
    private readonly SpeechLimits _limits;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _places;
    private readonly ResiliencePipeline<Reply> _pipeline;

    /// <param name="engine">Name of the engine, for messages.</param>
    /// <param name="limits">How patient to be.</param>
    /// <param name="cure">What the curator can do about a status.</param>
    /// <param name="clock">Times the waits.</param>
    public SpeechClient(string engine, SpeechLimits limits, Func<HttpStatusCode, string?> cure, TimeProvider clock)
    {
        (_engine, _limits, _cure, _clock) = (engine, limits, cure, clock);
        _places = new SemaphoreSlim(limits.Parallel);
        // A redirect would carry the key to another host.
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
        {
            Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer,
        };
        _pipeline = Pipeline(limits, clock);
    }

    /// <summary>The sound that answers a request.</summary>
    /// <param name="request">Makes the request; called once a try.</param>
    /// <param name="cancel">Stops the asking.</param>
    public async Task<Speech> SpeakAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            var reply = await _pipeline.ExecuteAsync(async token => await SendAsync(request, token), cancel);
            return reply.Sound ?? throw Refusal(reply);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw new VoiceException(e switch
            {
                TimeoutRejectedException => $"{_engine} did not answer within {_limits.Patience.TotalSeconds:0.#} seconds.",
                BrokenCircuitException => $"{_engine} rests after failures; it is asked again in a minute.",
                _ => $"{_engine} cannot be reached: {e.Message}",
            }, e);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _places.Dispose();
    }

    private static ResiliencePipeline<Reply> Pipeline(SpeechLimits limits, TimeProvider clock) => new ResiliencePipelineBuilder<Reply> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<Reply>
        {
            // A server that is too slow once is not waited for again: somebody is listening.
            ShouldHandle = new PredicateBuilder<Reply>().Handle<HttpRequestException>().HandleResult(r => r.MayPass && !(r.Wait > limits.LongestWait)),
            MaxRetryAttempts = MostTries - 1, Delay = limits.FirstWait, BackoffType = DelayBackoffType.Exponential, UseJitter = true,
            DelayGenerator = failed => ValueTask.FromResult(failed.Outcome.Result?.Wait),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Reply>
        {
            ShouldHandle = new PredicateBuilder<Reply>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>().Handle<VoiceException>().HandleResult(r => r.Sound is null),
            FailureRatio = 0.5, MinimumThroughput = 6, SamplingDuration = s_rest, BreakDuration = s_rest,
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = limits.Patience })
        .Build();

    private async Task<Reply> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        using var message = request();
        using var response = await _http.SendAsync(message, cancel);
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        return response.IsSuccessStatusCode
            ? new Reply(response.StatusCode, null, WavFile.Read(body, _engine), "")
            : new Reply(response.StatusCode, WaitOf(response.Headers.RetryAfter), null, Said(body));
    }

    private VoiceException Refusal(Reply reply)
    {
        var cure = _cure(reply.Status) ?? (reply.Status == HttpStatusCode.TooManyRequests ? "too many requests; try later or raise the quota" : null);
        return new VoiceException($"{_engine} answered {(int)reply.Status}{(cure is null ? "" : ": " + cure)}{(reply.Said.Length > 0 ? $" ({reply.Said})" : "")}.");
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - _clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero : null);

    // What a stranger's server says goes into logs: one line, and short.
    private static string Said(byte[] body)
    {
        var text = System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 200)));
        return new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
    }

    private sealed record Reply(HttpStatusCode Status, TimeSpan? Wait, Speech? Sound, string Said)
    {
        public bool MayPass => Sound is null && (Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)Status >= 500);
    }
}
