using System.Text.Json;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Web.Ask;

/// <summary>The answer as server-sent events while it is made: the passages first, each sentence once it is proven, then the whole.</summary>
/// <param name="page">Renders the page with the whole answer, which then ends the stream in place of the bare answer; null for the API.</param>
internal sealed class EventStream(Library library, JsonSerializerOptions json, Func<IAnswerListener, Task<AskAnswer>> answer, Func<AskAnswer, Task<string>>? page = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/event-stream; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        var listener = new Listener(this, httpContext);
        var whole = await answer(listener);
        if (!listener.HasFound)
        {
            await WriteAsync(httpContext, "passages", whole.Citations.Select(c => new { c.Dossier, c.Passage, c.Section, c.Lang }));
        }

        // What the dossiers' own words say, and disputes, come after what a model may have said already.
        foreach (var sentence in whole.Sentences.Skip(listener.Said))
        {
            await WriteAsync(httpContext, "sentence", sentence);
        }

        if (page is null)
        {
            await WriteAsync(httpContext, "done", whole);
        }
        else
        {
            await WriteAsync(httpContext, "page", await page(whole));
        }
    }

    private async Task WriteAsync<T>(HttpContext context, string name, T data)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, json)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private sealed class Listener(EventStream stream, HttpContext context) : IAnswerListener
    {
        public bool HasFound { get; private set; }

        public int Said { get; private set; }

        public async ValueTask FoundAsync(IReadOnlyList<string> claims, CancellationToken cancel)
        {
            HasFound = true;
            await stream.WriteAsync(context, "passages", claims.Select(c => new { Dossier = stream.Library.OwnerOf(c), Claim = c }));
        }

        public async ValueTask SaidAsync(AnswerSentence sentence, CancellationToken cancel)
        {
            Said++;
            await stream.WriteAsync(context, "sentence", new SentenceProof(sentence.Text, sentence.Citations, sentence.Language));
        }
    }

    private Library Library => library;
}
