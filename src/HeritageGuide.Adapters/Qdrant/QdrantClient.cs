using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace HeritageGuide.Adapters.Qdrant;

/// <summary>Qdrant's REST API with patience, retries with jitter and a circuit breaker; every failure is a <see cref="QdrantException"/>.</summary>
public sealed class QdrantClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public QdrantClient(QdrantOptions options, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        _http = new HttpClient(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = options.Url, Timeout = Timeout.InfiniteTimeSpan };
        if (options.ApiKey.Length > 0)
        {
            _http.DefaultRequestHeaders.Add("api-key", options.ApiKey);
        }

        var passing = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<Polly.Timeout.TimeoutRejectedException>()
            .HandleResult(r => r.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError);
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = passing, MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(100), BackoffType = DelayBackoffType.Exponential, UseJitter = true })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage> { ShouldHandle = passing, FailureRatio = 0.5, MinimumThroughput = 6, SamplingDuration = TimeSpan.FromSeconds(20), BreakDuration = TimeSpan.FromSeconds(10) })
            .AddTimeout(options.Patience)
            .Build();
    }

    /// <summary>The <c>result</c> of a call; null where Qdrant says that there is no such thing.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancel)
    {
        var json = body?.ToJsonString();
        try
        {
            using var response = await _pipeline.ExecuteAsync(
                async token =>
                {
                    using var request = new HttpRequestMessage(method, path);
                    request.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
                    return await _http.SendAsync(request, token);
                },
                cancel);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new QdrantException($"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancel)}");
            }

            return (await response.Content.ReadFromJsonAsync<JsonNode>(cancel))?["result"];
        }
        catch (Exception e) when (e is HttpRequestException or Polly.Timeout.TimeoutRejectedException or BrokenCircuitException or System.Text.Json.JsonException)
        {
            throw new QdrantException($"Qdrant does not answer: {e.Message}", e);
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>Qdrant is away or refuses.</summary>
public sealed class QdrantException(string message, Exception? inner = null) : Exception(message, inner);
