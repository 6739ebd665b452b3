using System.Net;
using System.Text;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using HeritageGuide.Web.Shared;
using HeritageGuide.Web.Stops;

namespace HeritageGuide.Web.Search;

/// <summary>Finds passages by words and meaning, in all languages.</summary>
internal static class SearchEndpoint
{
    private const int MaxLength = 1_000;

    /// <summary>A passage found; the snippet is HTML whose only element is <c>mark</c>.</summary>
    public sealed record Found(string Dossier, string Passage, string Section, string Lang, string Title, string Snippet, double Score, string Url);

    public static void MapSearch(this WebApplication app) =>
        app.MapGet("/api/v1/search", SearchAsync).Produces<Listed<Found>>();

    private static Task<IResult> SearchAsync(HttpContext context, string? q, string? lang, int? limit, CancellationToken cancel) => Published.WithAsync(context, async guide =>
    {
        if (lang is not null && !LanguageTag.TryParse(lang, out _))
        {
            return Problems.BadRequest(context, "error.language", "unknown-language");
        }

        if (string.IsNullOrWhiteSpace(q) || q.Length > MaxLength)
        {
            return Problems.BadRequest(context, "error.query", "query");
        }

        var language = LanguageTag.TryParse(lang, out var tag) ? tag : VisitorLanguage.Of(context);
        var passages = await guide.Retriever.RetrieveAsync(new RetrievalRequest(q, null, null, null, HybridRetriever.Reranked), cancel);
        // One entry a dossier, in the visitor's language where there is one: seven translations of one section are one answer.
        var best = passages.GroupBy(p => (p.Passage.Dossier, p.Passage.Section))
            .Select(g => g.FirstOrDefault(p => p.Passage.Language == language.Code) is { } own ? own with { Score = g.Max(p => p.Score) } : g.First())
            .OrderByDescending(p => p.Score).ToList();
        var terms = SearchTerms.Of(q).Where(t => !t.Contains('_', StringComparison.Ordinal)).ToHashSet();
        var items = best.Take(Math.Clamp(limit ?? 10, 1, 50)).Select(p => new Found(
            p.Passage.Dossier, p.Passage.Id, p.Passage.Section, p.Passage.Language, p.Passage.Title, Snippet(p.Passage, terms), Math.Round(p.Score, 4), Address(language, p.Passage))).ToList();
        return Results.Json(new Listed<Found>(items, best.Count, null));
    });

    /// <summary>The page on which a passage stands.</summary>
    public static string Address(LanguageTag language, Passage passage, int sentence = -1) =>
        $"/{(passage.Kind == "document" ? language.Code : passage.Language)}/{(passage.Kind == "document" ? "documents" : "dossiers")}/{passage.Dossier}#{passage.Section}" + (sentence >= 0 ? $"-{sentence}" : "");

    private static string Snippet(Passage passage, HashSet<string> terms)
    {
        var sentence = passage.Sentences
            .Select(s => passage.Text.Substring(s.Start, s.Length))
            .MaxBy(t => WordReader.Read(t).Count(w => terms.Contains(w.Folded))) ?? "";
        var html = new StringBuilder();
        var at = 0;
        foreach (var word in WordReader.Read(sentence).Where(w => terms.Contains(w.Folded)))
        {
            html.Append(WebUtility.HtmlEncode(sentence[at..word.Start])).Append("<mark>").Append(WebUtility.HtmlEncode(sentence.Substring(word.Start, word.Length))).Append("</mark>");
            at = word.Start + word.Length;
        }

        return html.Append(WebUtility.HtmlEncode(sentence[at..])).ToString();
    }
}
