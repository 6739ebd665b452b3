using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>A passage that was found, and how well it fits.</summary>
/// <param name="Score"><see cref="Nearness"/> + covered BM25 + marks + names; higher is better, comparable within one question only.</param>
public sealed record RetrievedPassage(Passage Passage, double Score);

/// <summary>What is looked for and where.</summary>
/// <param name="Text">The question as typed.</param>
/// <param name="Language">Only this language; null for all, each retrieved on its own so that none crowds out another.</param>
/// <param name="Kind">dossier or document; null for both.</param>
/// <param name="Dossiers">Only these; null for all.</param>
/// <param name="Limit">How many to return.</param>
public sealed record RetrievalRequest(string Text, string? Language, string? Kind, IReadOnlyList<string>? Dossiers, int Limit);

/// <summary>Words and vectors retrieve, late interaction ranks: figures in benchmarks.md.</summary>
public sealed class HybridRetriever(IPassageIndex index, IEmbedder embedder, IReadOnlyList<string> languages, QueryExpansion? expansion = null)
{
    /// <summary>How many candidates are ranked closely.</summary>
    public const int Reranked = 50;

    public async Task<IReadOnlyList<RetrievedPassage>> RetrieveAsync(RetrievalRequest request, CancellationToken cancel)
    {
        var terms = SearchTerms.Of(request.Text).Distinct().ToList();
        var names = expansion?.Of(request.Text) ?? [];
        var all = terms.Concat(names.SelectMany(n => n.Names).SelectMany(SearchTerms.Of)).Distinct().ToList();
        var question = (await embedder.EmbedAsync([request.Text], EmbeddedKind.Query, cancel))[0];
        var vector = question.Vector.AsSpan().ContainsAnyExcept(0f) ? question.Vector : null;
        var candidates = new Dictionary<string, PassageHit>();
        IReadOnlyList<string?> pools = request.Language is null && languages.Count > 1 ? [.. languages] : [request.Language];
        foreach (var language in pools)
        {
            var query = new PassageQuery(all, vector, language, request.Kind, request.Dossiers, pools.Count > 1 ? Reranked / 2 : Reranked);
            foreach (var hit in await index.SearchAsync(query, cancel))
            {
                candidates.TryAdd(hit.Passage.Id, hit);
            }
        }

        var asked = new AskedWords(request.Text, terms, names, await index.StatisticsAsync(terms, cancel));
        var hits = candidates.Values.ToList();
        var closeness = vector is null ? new double[hits.Count] : await ClosenessAsync(question, hits, cancel);
        return
        [
            .. hits.Select((h, i) => new RetrievedPassage(h.Passage, asked.Score(h.Passage) + closeness[i]))
                .OrderByDescending(s => s.Score).ThenBy(s => s.Passage.Id, StringComparer.Ordinal).Take(request.Limit),
        ];
    }

    /// <summary>How near each text is in meaning. A model without word vectors has its cosine count for them as well.</summary>
    private async ValueTask<double[]> ClosenessAsync(EmbeddedText question, List<PassageHit> hits, CancellationToken cancel)
    {
        if (embedder.Lookups is { } model && hits.TrueForAll(h => h.Lookup is not null))
        {
            return [.. hits.Select(h => model.Compare(question, h.Lookup).Score)];
        }

        if (question.Units.Count > 0)
        {
            var embedded = await embedder.EmbedAsync([.. hits.Select(h => IndexedText.Of(h.Passage))], EmbeddedKind.Passage, cancel);
            return [.. embedded.Select(e => LateInteraction.Near(question, e.Vector, e.Units.Values, e.Units.Weights).Score)];
        }

        // The index holds these vectors: a slow model need not make them again.
        var missing = Enumerable.Range(0, hits.Count).Where(i => hits[i].Vector is null).ToList();
        var made = await embedder.EmbedAsync([.. missing.Select(i => IndexedText.Of(hits[i].Passage))], EmbeddedKind.Passage, cancel);
        var cosines = new double[hits.Count];
        for (var i = 0; i < cosines.Length; i++)
        {
            cosines[i] = LateInteraction.Cosine(question.Vector, hits[i].Vector ?? made[missing.IndexOf(i)].Vector);
        }

        return Spread(cosines);
    }

    // Models differ in where their cosines lie (some between 0.7 and 0.9): only the places within one question count.
    private static double[] Spread(double[] cosines)
    {
        var (least, most) = (cosines.DefaultIfEmpty(0).Min(), cosines.DefaultIfEmpty(0).Max());
        return [.. cosines.Select(c => most > least ? Nearness.Range * (c - least) / (most - least) : 0)];
    }
}
