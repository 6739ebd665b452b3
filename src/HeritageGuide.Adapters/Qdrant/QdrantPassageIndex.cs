using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Qdrant;

/// <summary>
/// Passages in Qdrant. Each build is a collection of its own; an alias is swapped to it when it is complete, so that readers see the old index
/// or the new one. The old collection is snapshotted before the swap and dropped after it.
/// </summary>
public sealed class QdrantPassageIndex(QdrantClient client, QdrantOptions options, IEmbedder embedder) : IPassageIndex
{
    private const int BatchSize = 64;
    private readonly ConcurrentDictionary<(string Collection, string Term), int> _frequencies = new();
    private (string Collection, IndexStatus Status, double Average)? _known;

    public async Task<IndexStatus> StatusAsync(CancellationToken cancel)
    {
        var collection = await CurrentAsync(cancel);
        if (collection is null)
        {
            return new IndexStatus(0, "", true, "Qdrant, empty");
        }

        if (_known is { } known && known.Collection == collection)
        {
            return known.Status;
        }

        var info = await client.SendAsync(HttpMethod.Get, $"/collections/{collection}", null, cancel);
        var metadata = info?["config"]?["metadata"];
        var status = new IndexStatus(info?["points_count"]?.GetValue<int>() ?? 0, metadata?["build_key"]?.GetValue<string>() ?? "", true, $"Qdrant, {collection}");
        _known = (collection, status, metadata?["average_terms"]?.GetValue<double>() ?? 100);
        return status;
    }

    public async Task RebuildAsync(IReadOnlyList<Passage> passages, string buildKey, Action<int>? progress, CancellationToken cancel)
    {
        var old = await CurrentAsync(cancel);
        var collection = $"{options.Alias}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(buildKey)))[..16]}";
        if (collection == old)
        {
            collection += "-again";
        }

        var terms = passages.Select(p => SearchTerms.Of(IndexedText.Of(p)).ToList()).ToList();
        var average = terms.Count == 0 ? 1 : terms.Average(t => t.Count);
        await client.SendAsync(HttpMethod.Delete, $"/collections/{collection}", null, cancel);
        var definition = QdrantPoints.Collection(embedder.Dimensions, buildKey);
        definition["metadata"]!["average_terms"] = average;
        await client.SendAsync(HttpMethod.Put, $"/collections/{collection}", definition, cancel);
        foreach (var field in (string[])["dossier", "language", "kind", "terms"])
        {
            await client.SendAsync(HttpMethod.Put, $"/collections/{collection}/index?wait=true", new JsonObject { ["field_name"] = field, ["field_schema"] = "keyword" }, cancel);
        }

        // One batch at a time and each waited for: a slow server slows the guide down instead of piling work up.
        for (var start = 0; start < passages.Count; start += BatchSize)
        {
            var batch = passages.Skip(start).Take(BatchSize).ToList();
            var embedded = embedder.Dimensions > 0 ? await embedder.EmbedAsync([.. batch.Select(IndexedText.Of)], EmbeddedKind.Passage, cancel) : null;
            var points = new JsonArray([.. batch.Select((p, i) => (JsonNode)QdrantPoints.Point(p, embedded?[i], terms[start + i], average))]);
            await client.SendAsync(HttpMethod.Put, $"/collections/{collection}/points?wait=true", new JsonObject { ["points"] = points }, cancel);
            progress?.Invoke(start + batch.Count);
        }

        await SwapAsync(old, collection, cancel);
    }

    public async Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancel)
    {
        var body = QdrantPoints.Searches(query);
        if (body["searches"]!.AsArray().Count == 0 || await CurrentAsync(cancel) is not { } collection)
        {
            return [];
        }

        var results = (await client.SendAsync(HttpMethod.Post, $"/collections/{collection}/points/query/batch", body, cancel))!.AsArray();
        var lists = results.Select(r => r!["points"]!.AsArray().Select(p => (Passage: p!["payload"]!["passage"].Deserialize<Passage>()!, Score: p["score"]!.GetValue<double>())).ToList()).ToList();
        var words = query.Terms.Count > 0 ? lists[0] : [];
        var vector = query.Vector is not null ? lists[^1] : [];
        var terms = query.Terms.Distinct().ToList();
        var full = Math.Max(double.Epsilon, Bm25.Full(terms, await StatisticsAsync(terms, cancel)));
        var covered = words.ToDictionary(w => w.Passage.Id, w => w.Score / full);
        var cosines = vector.ToDictionary(v => v.Passage.Id, v => v.Score);
        // What only its words found is no nearer than the last that the vector found.
        var farthest = cosines.Values.DefaultIfEmpty(0).Min();
        return
        [
            .. words.Concat(vector).Select(h => h.Passage).DistinctBy(p => p.Id)
                .Select(p => new PassageHit(p, null, null, covered.GetValueOrDefault(p.Id) + cosines.GetValueOrDefault(p.Id, farthest)))
                .OrderByDescending(h => h.Score).ThenBy(h => h.Passage.Id, StringComparer.Ordinal).Take(query.Limit),
        ];
    }

    public async Task<TermStatistics> StatisticsAsync(IReadOnlyCollection<string> terms, CancellationToken cancel)
    {
        var status = await StatusAsync(cancel);
        if (_known is not { } known)
        {
            return new TermStatistics(0, 1, new Dictionary<string, int>());
        }

        var counted = await Task.WhenAll(terms.Distinct().Select(async t => (Term: t, Count: await CountAsync(known.Collection, t, cancel))));
        return new TermStatistics(status.Passages, known.Average, counted.Where(c => c.Count > 0).ToDictionary(c => c.Term, c => c.Count));
    }

    /// <summary>Takes every passage of a dossier out of the current collection, as when it is withdrawn.</summary>
    public async Task DeleteDossierAsync(string dossier, CancellationToken cancel)
    {
        if (await CurrentAsync(cancel) is { } collection)
        {
            await client.SendAsync(HttpMethod.Post, $"/collections/{collection}/points/delete?wait=true", QdrantPoints.OfDossier(dossier), cancel);
            _known = null;
        }
    }

    private async Task<int> CountAsync(string collection, string term, CancellationToken cancel)
    {
        if (!_frequencies.TryGetValue((collection, term), out var count))
        {
            var result = await client.SendAsync(HttpMethod.Post, $"/collections/{collection}/points/count", QdrantPoints.Holding(term), cancel);
            _frequencies[(collection, term)] = count = result?["count"]?.GetValue<int>() ?? 0;
        }

        return count;
    }

    private async Task<string?> CurrentAsync(CancellationToken cancel)
    {
        var aliases = await client.SendAsync(HttpMethod.Get, "/aliases", null, cancel);
        return aliases?["aliases"]?.AsArray().FirstOrDefault(a => a!["alias_name"]!.GetValue<string>() == options.Alias)?["collection_name"]?.GetValue<string>();
    }

    private async Task SwapAsync(string? old, string collection, CancellationToken cancel)
    {
        var actions = new JsonArray();
        if (old is not null)
        {
            await client.SendAsync(HttpMethod.Post, $"/collections/{old}/snapshots?wait=true", null, cancel);
            actions.Add(new JsonObject { ["delete_alias"] = new JsonObject { ["alias_name"] = options.Alias } });
        }

        actions.Add(new JsonObject { ["create_alias"] = new JsonObject { ["collection_name"] = collection, ["alias_name"] = options.Alias } });
        await client.SendAsync(HttpMethod.Post, "/collections/aliases", new JsonObject { ["actions"] = actions }, cancel);
        _known = null;
        _frequencies.Clear();
        if (old is not null)
        {
            await client.SendAsync(HttpMethod.Delete, $"/collections/{old}", null, cancel);
        }
    }
}
