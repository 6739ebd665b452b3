using System.ClientModel;
using System.ClientModel.Primitives;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Core.Retrieval;
using OpenAI;
using OpenAI.Embeddings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>
/// Embeds through the official OpenAI client. Passages are patient (retries with jitter) and fail loudly; a question that the server does not answer
/// in time gets a vector of zeros, so that words alone find. The size of a vector is known after the first answer.
/// </summary>
public sealed class OpenAiEmbedder : IEmbedder
{
    // Servers refuse texts beyond about 8,000 tokens; a passage is far shorter.
    private const int LongestText = 8_000;
    private readonly EmbeddingServerOptions _options;
    private readonly EmbeddingClient _client;
    private readonly ResiliencePipeline _patient;
    private readonly ResiliencePipeline _quick;
    private volatile int _dimensions;
    private volatile string? _trouble;

    public OpenAiEmbedder(EmbeddingServerOptions options, TimeProvider clock)
    {
        _options = options;
        // Retries are the pipeline's business, so that they can be stopped.
        _client = new OpenAIClient(new ApiKeyCredential(options.Key), new OpenAIClientOptions { Endpoint = options.Url, RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = options.Patience })
            .GetEmbeddingClient(options.Model);
        var passing = new PredicateBuilder().Handle<ClientResultException>(e => e.Status is 0 or 408 or 429 or >= 500).Handle<HttpRequestException>().Handle<IOException>();
        _patient = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions { ShouldHandle = passing, MaxRetryAttempts = 3, BackoffType = DelayBackoffType.Exponential, Delay = options.Pause, UseJitter = true })
            .Build();
        _quick = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(), FailureRatio = 0.5, MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = TimeSpan.FromSeconds(30),
            })
            .AddTimeout(options.QuestionPatience)
            .Build();
        var recipe = $"{options.Dimensions}|{options.QueryPrefix}|{options.PassagePrefix}";
        ModelId = $"openai:{options.Model}@{options.Url.Authority}" + (recipe == "||" ? "" : "+" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe)))[..8]);
    }

    public string ModelId { get; }
    public int Dimensions => _dimensions;

    /// <summary>Why the last question was not embedded; null where it was.</summary>
    public string? Trouble => _trouble;

    public async ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
    {
        try
        {
            var vectors = new float[]?[texts.Count];
            foreach (var batch in Enumerable.Range(0, texts.Count).Where(i => !string.IsNullOrWhiteSpace(texts[i])).Chunk(_options.Batch))
            {
                var made = await (kind == EmbeddedKind.Query ? _quick : _patient).ExecuteAsync(async token => await AskAsync([.. batch.Select(i => Prefixed(texts[i], kind))], token), cancel);
                for (var b = 0; b < batch.Length; b++)
                {
                    vectors[batch[b]] = made[b];
                }
            }

            _trouble = null;
            return [.. vectors.Select(v => new EmbeddedText(v ?? new float[_dimensions], UnitVectors.None))];
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            _trouble = $"{ModelId} does not answer ({Reason(e)})";
            return kind == EmbeddedKind.Query
                ? [.. texts.Select(_ => new EmbeddedText(new float[_dimensions], UnitVectors.None))]
                : throw new EmbedderException($"{_trouble}. Check HERITAGE_EMBEDDING_URL, HERITAGE_EMBEDDING_MODEL and HERITAGE_EMBEDDING_KEY.", e);
        }
    }

    private async Task<float[][]> AskAsync(IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var answer = (await _client.GenerateEmbeddingsAsync(texts, new EmbeddingGenerationOptions { Dimensions = _options.Dimensions }, cancel)).Value;
        var vectors = answer.OrderBy(e => e.Index).Select(e => e.ToFloats().ToArray()).ToArray();
        var size = _dimensions == 0 && vectors.Length > 0 ? vectors[0].Length : _dimensions;
        if (vectors.Length != texts.Count || vectors.Any(v => v.Length != size || v.Length == 0))
        {
            throw new InvalidDataException($"it gave {vectors.Length} vectors of {string.Join('/', vectors.Select(v => v.Length).Distinct())} numbers for {texts.Count} texts; vectors have {size}");
        }

        _dimensions = size;
        foreach (var vector in vectors)
        {
            var norm = TensorPrimitives.Norm<float>(vector);
            TensorPrimitives.Divide(vector, norm > 0 ? norm : 1, vector);
        }

        return vectors;
    }

    private string Prefixed(string text, EmbeddedKind kind) =>
        (kind == EmbeddedKind.Query ? _options.QueryPrefix : _options.PassagePrefix) + (text.Length > LongestText ? text[..LongestText] : text);

    // The server's words may repeat the texts that were sent: only its status is told on.
    private static string Reason(Exception e) => e switch
    {
        ClientResultException { Status: > 0 } answer => $"status {answer.Status}",
        ClientResultException or HttpRequestException => "it cannot be reached",
        BrokenCircuitException => "it is left alone after failures",
        OperationCanceledException or TimeoutException or Polly.Timeout.TimeoutRejectedException => "it is too slow",
        InvalidDataException => e.Message,
        System.Text.Json.JsonException or FormatException => "what it answers is no embedding",
        _ => e.GetType().Name,
    };
}
