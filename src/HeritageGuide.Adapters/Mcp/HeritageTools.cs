using System.ComponentModel;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace HeritageGuide.Adapters.Mcp;

/// <summary>Read-only tools by which any assistant can quote the guide with its sources.</summary>
[McpServerToolType]
public sealed class HeritageTools(Publication publication)
{
    private const int MostFound = 20;

    /// <summary>A passage that was found.</summary>
    public sealed record FoundPassage(string Dossier, string Section, string Language, string Title, string Text, IReadOnlyList<string> Claims);

    /// <summary>An answer with its proof.</summary>
    public sealed record ProvenAnswer(string Outcome, string Answer, IReadOnlyList<ProvenSentence> Sentences, IReadOnlyList<ProvenQuote> Citations);

    /// <summary>A sentence and the numbers of its citations.</summary>
    public sealed record ProvenSentence(string Text, IReadOnlyList<int> Citations);

    /// <summary>A quote with its claims and sources.</summary>
    public sealed record ProvenQuote(int Number, string Dossier, string Quote, IReadOnlyList<string> Claims, IReadOnlyList<string> Sources);

    /// <summary>A dossier in one language.</summary>
    public sealed record ToldDossier(string Id, string Name, string Kind, string? Rank, string Summary, IReadOnlyList<ToldClaim> Claims, IReadOnlyList<string> Disputes);

    /// <summary>A claim with its standing and sources.</summary>
    public sealed record ToldClaim(string Id, string Text, string Standing, IReadOnlyList<string> Sources);

    [McpServerTool(Name = "search_heritage", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Find passages of the heritage dossiers by words and meaning, in any of seven languages.")]
    public async Task<IReadOnlyList<FoundPassage>> SearchAsync(
        [Description("What to look for, up to 1,000 characters.")] string query,
        [Description("Only this language: vi, en, fr, zh, ko, ja or km. Empty for all.")] string language = "",
        [Description("How many passages, 1 to 20.")] int limit = 5,
        CancellationToken cancel = default)
    {
        Require(query);
        var found = await Guide.Retriever.RetrieveAsync(
            new RetrievalRequest(query, LanguageTag.TryParse(language, out var tag) ? tag.Code : null, null, null, Math.Clamp(limit, 1, MostFound)), cancel);
        return [.. found.Select(f => new FoundPassage(f.Passage.Dossier, f.Passage.Section, f.Passage.Language, f.Passage.Title, f.Passage.Text, [.. f.Passage.Sentences.SelectMany(s => s.Claims).Distinct()]))];
    }

    [McpServerTool(Name = "ask_heritage", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Answer a question about the heritage of the Hậu Giang land; every sentence comes with citations. Says so when the dossiers do not answer.")]
    public async Task<ProvenAnswer> AskAsync(
        [Description("The question, up to 1,000 characters.")] string question,
        [Description("Language of the answer; the question's when empty.")] string language = "",
        CancellationToken cancel = default)
    {
        Require(question);
        var answer = await Guide.Answerer.AnswerAsync(new Question(question, LanguageTag.TryParse(language, out var tag) ? tag : null, null, []), cancel);
        return new ProvenAnswer(
            answer.Outcome.ToString(), answer.Text, [.. answer.Sentences.Select(s => new ProvenSentence(s.Text, s.Citations))],
            [.. answer.Citations.Select(c => new ProvenQuote(c.Number, c.Dossier, c.Quote, c.Claims, [.. c.Sources.Select(Cite)]))]);
    }

    [McpServerTool(Name = "get_dossier", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("One dossier with its claims, their standing and sources, and what sources disagree on.")]
    public ToldDossier Get(
        [Description("The dossier's id, such as tam-vu.")] string id,
        [Description("vi, en, fr, zh, ko, ja or km.")] string language = "vi")
    {
        var tag = LanguageTag.TryParse(language, out var known) ? known : LanguageTag.Vietnamese;
        var dossier = Guide.Library.Dossier(id) ?? throw new McpException($"There is no dossier '{id}'. Use search_heritage to find its id.");
        return new ToldDossier(
            dossier.Id, dossier.Names.In(tag), dossier.Kind, dossier.Rank, dossier.Summary.In(tag),
            [.. dossier.Claims.Select(c => new ToldClaim(c.Id, c.In(tag), c.Standing.ToString(), [.. c.Sources.Select(dossier.SourceOf).OfType<Source>().Select(Cite)]))],
            [.. dossier.Disputes.Select(d => $"{d.About.In(tag)}: {string.Join(" / ", d.Versions.Select(v => v.Text.In(tag)))}")]);
    }

    private PublishedGuide Guide => publication.Current ?? throw new McpException("The guide is still getting ready; try again in a few seconds.");

    private static void Require(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Question.MaxLength)
        {
            throw new McpException($"Between 1 and {Question.MaxLength} characters are needed.");
        }
    }

    private static string Cite(Source source) => source.Reference() + (source.Weak || source.Url is null ? "" : " " + source.Url);
}
