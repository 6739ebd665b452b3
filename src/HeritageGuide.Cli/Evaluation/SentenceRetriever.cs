using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Cli.Evaluation;

/// <summary>Ranks sentences by their own score and a share of their paragraph's.</summary>
internal sealed class SentenceRetriever(HybridRetriever sentences)
{
    private const double ParagraphShare = 0.3;

    public async Task<IReadOnlyList<string>> RetrieveAsync(string question, IReadOnlyList<RetrievedPassage> foundParagraphs, CancellationToken cancel)
    {
        var scores = foundParagraphs.ToDictionary(p => p.Passage.Id, p => p.Score);
        var lowest = foundParagraphs.Count > 0 ? foundParagraphs.Min(p => p.Score) : 0;
        var found = await sentences.RetrieveAsync(new RetrievalRequest(question, null, null, null, 4 * HybridRetriever.Reranked), cancel);
        return [.. found.OrderByDescending(s => s.Score + ParagraphShare * scores.GetValueOrDefault(s.Passage.Id.Split('#')[0], lowest)).Select(s => s.Passage.Id)];
    }
}
