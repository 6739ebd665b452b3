using System.ClientModel;
using System.Runtime.CompilerServices;
using HeritageGuide.Core.Answers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>
/// Guards a chat model: patience for the first word and between words, retries with jitter before the first word, a circuit breaker, a limit on
/// answers at a time and a day. Every failure becomes a <see cref="ChatModelException"/>.
/// </summary>
public sealed class GuardedChatModel : IChatModel, IDisposable
{
    private readonly IChatModel _inner;
    private readonly ChatModelOptions _options;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _places;
    private readonly ResiliencePipeline _pipeline;
    private readonly Lock _lock = new();
    private DateOnly _day;
    private int _today;

    public GuardedChatModel(IChatModel inner, ChatModelOptions options, TimeProvider clock)
    {
        (_inner, _options, _clock) = (inner, options, clock);
        _places = new SemaphoreSlim(options.Parallel);
        var passing = new PredicateBuilder().Handle<ClientResultException>(e => e.Status is 0 or 408 or 429 or >= 500).Handle<HttpRequestException>().Handle<IOException>();
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions { ShouldHandle = passing, MaxRetryAttempts = 2, BackoffType = DelayBackoffType.Exponential, Delay = TimeSpan.FromMilliseconds(200), UseJitter = true })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not OperationCanceledException || e is TimeoutException),
                FailureRatio = 0.5, MinimumThroughput = 6, SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = TimeSpan.FromSeconds(30),
            })
            .Build();
    }

    public string Name => _inner.Name;

    public async IAsyncEnumerable<string> WriteAsync(string prompt, IReadOnlyDictionary<string, object> values, [EnumeratorCancellation] CancellationToken cancel)
    {
        Spend();
        if (!await _places.WaitAsync(_options.Patience, cancel))
        {
            throw new ChatModelException("too many answers at a time");
        }

        try
        {
            using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            whole.CancelAfter(_options.Longest);
            var (words, first) = await GuardAsync(() => StartAsync(prompt, values, whole.Token), cancel);
            await using (words)
            {
                for (var more = first; more; more = await GuardAsync(() => NextAsync(words), cancel))
                {
                    yield return words.Current;
                }
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        (_inner as IDisposable)?.Dispose();
    }

    private async Task<(IAsyncEnumerator<string> Words, bool First)> StartAsync(string prompt, IReadOnlyDictionary<string, object> values, CancellationToken cancel) =>
        await _pipeline.ExecuteAsync(
            async token =>
            {
                var words = _inner.WriteAsync(prompt, values, cancel).GetAsyncEnumerator(cancel);
                try
                {
                    return (words, await NextAsync(words));
                }
                catch
                {
                    await words.DisposeAsync();
                    throw;
                }
            },
            cancel);

    private Task<bool> NextAsync(IAsyncEnumerator<string> words) => words.MoveNextAsync().AsTask().WaitAsync(_options.Patience, _clock);

    // Whatever goes wrong inside is one thing to the caller, except that the visitor went away.
    private static async Task<T> GuardAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not ChatModelException && !cancel.IsCancellationRequested)
        {
            throw new ChatModelException(e is BrokenCircuitException ? "the model is resting after failures" : e is TimeoutException or OperationCanceledException ? "the model is too slow" : "the model failed", e);
        }
    }

    private void Spend()
    {
        lock (_lock)
        {
            var day = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
            (_day, _today) = (day, day == _day ? _today : 0);
            if (++_today > _options.Daily)
            {
                throw new ChatModelException("today's answers are used up");
            }
        }
    }
}
