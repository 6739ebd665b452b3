using System.Text;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Shared;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HeritageGuide.Web.Ask;

/// <summary>A question and its proven answer: JSON, event stream, and a page that works without JavaScript.</summary>
internal static class AskEndpoint
{
    public static void MapAsk(this WebApplication app)
    {
        app.MapPost("/api/v1/ask", AnswerAsync).Produces<AskAnswer>().RequireRateLimiting("ask");
        app.MapGet("/{lang:length(2)}/ask", (HttpContext context, string lang, string? question, string? stop) =>
            ShowAsync(context, lang, new AskRequest(question, lang, stop, null)));
        app.MapPost("/{lang:length(2)}/ask", async (HttpContext context, string lang) =>
        {
            var form = await context.Request.ReadFormAsync();
            return await ShowAsync(context, lang, new AskRequest(form["question"], lang, form["stop"], form["conversation"]));
        }).RequireRateLimiting("ask");
    }

    private static Task<IResult> AnswerAsync(HttpContext context, AskRequest request, IOptions<JsonOptions> json, CancellationToken cancel) => Published.WithAsync(context, async guide =>
    {
        VisitorLanguage.Prefer(context, request.Lang);
        if (Fault(request) is { } fault)
        {
            return Problems.BadRequest(context, fault, fault["error.".Length..]);
        }

        var unanswered = context.RequestServices.GetRequiredService<UnansweredQuestions>();
        return WantsEvents(context)
            ? new EventStream(guide.Library, json.Value.SerializerOptions, listener => AskAsync(guide, request, unanswered, cancel, listener))
            : Results.Json(await AskAsync(guide, request, unanswered, cancel));
    });

    private static Task<IResult> ShowAsync(HttpContext context, string lang, AskRequest request) => Published.WithAsync(context, async guide =>
    {
        if (!LanguageTag.TryParse(lang, out var language))
        {
            return Problems.NotFound(context, "error.notFound");
        }

        var asked = !string.IsNullOrWhiteSpace(request.Question);
        var fault = asked ? Fault(request) : null;
        var unanswered = context.RequestServices.GetRequiredService<UnansweredQuestions>();
        Dictionary<string, object?> With(AskAnswer? answer) => new() { ["Library"] = guide.Library, ["Request"] = request, ["Fault"] = fault, ["Answer"] = answer };
        if (asked && fault is null && WantsEvents(context))
        {
            var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return new EventStream(
                guide.Library, json, listener => AskAsync(guide, request, unanswered, context.RequestAborted, listener), answer => Pages.TextAsync<AskPage>(context, language, With(answer)));
        }

        var whole = asked && fault is null ? await AskAsync(guide, request, unanswered, context.RequestAborted) : null;
        return Pages.Of<AskPage>(context, language, With(whole), fault is null ? 200 : 400);
    });

    /// <summary>Whether the caller listens to server-sent events.</summary>
    public static bool WantsEvents(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);

    private static async Task<AskAnswer> AskAsync(PublishedGuide guide, AskRequest request, UnansweredQuestions unanswered, CancellationToken cancel, IAnswerListener? listener = null)
    {
        var earlier = ConversationToken.Read(request.Conversation);
        var text = request.Question!.Normalize().Trim();
        var language = LanguageTag.TryParse(request.Lang, out var tag) ? tag : (LanguageTag?)null;
        var answer = await guide.Answerer.AnswerAsync(new Question(text, language, DossierAt(guide, request.Stop), earlier), cancel, listener);
        if (answer.Outcome == Outcome.NotInDossiers)
        {
            unanswered.Add(answer.RequestedLanguage.Code, text);
        }

        return AskAnswer.From(answer, guide.Library, ConversationToken.Write(earlier, Turn.Of(text, answer)));
    }

    /// <summary>The dossier at a stop's slug or code, or the dossier of that id; null where it is none of these.</summary>
    private static string? DossierAt(PublishedGuide guide, string? stop)
    {
        if (string.IsNullOrEmpty(stop) || stop.Length > 100)
        {
            return null;
        }

        return (guide.Library.Stop(stop) ?? (StopCode.Normalize(stop) is { } code ? guide.Library.StopByCode(code) : null))?.Dossier ?? guide.Library.Dossier(stop)?.Id;
    }

    private static string? Fault(AskRequest request) =>
        string.IsNullOrWhiteSpace(request.Question) ? "error.emptyQuestion"
        : request.Question.Length > Question.MaxLength ? "error.longQuestion"
        : request.Question.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? "error.controlCharacters"
        : !request.Question.Any(char.IsLetterOrDigit) && !request.Question.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? "error.noWords"
        : request.Lang is { Length: > 0 } && !LanguageTag.TryParse(request.Lang, out _) ? "error.language"
        : null;
}
