using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HeritageGuide.Web.Lessons;

/// <summary>A lesson that is being made, as server-sent events: <c>progress</c> with the share that is done, then <c>made</c> with what was made.</summary>
internal static class MakingStream
{
    /// <summary>Share that is done, 0 to 1.</summary>
    public sealed record Making(double Done);

    public static IResult Of(Func<IProgress<double>, Task<object>> make, CancellationToken cancel) => TypedResults.ServerSentEvents(EventsAsync(make, cancel));

    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(Func<IProgress<double>, Task<object>> make, [EnumeratorCancellation] CancellationToken cancel)
    {
        var shares = Channel.CreateUnbounded<double>();
        var making = MakeAsync();
        await foreach (var done in shares.Reader.ReadAllAsync(cancel))
        {
            yield return new SseItem<object>(new Making(done), "progress");
        }

        yield return new SseItem<object>(await making, "made");

        async Task<object> MakeAsync()
        {
            try
            {
                return await make(new Shares(shares.Writer));
            }
            finally
            {
                shares.Writer.Complete();
            }
        }
    }

    private sealed class Shares(ChannelWriter<double> writer) : IProgress<double>
    {
        public void Report(double value) => writer.TryWrite(value);
    }
}
