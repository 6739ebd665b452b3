using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Qdrant;

/// <summary>The bodies that the guide sends: collection, points and queries, as Qdrant's OpenAPI 1.19 describes them.</summary>
internal static class QdrantPoints
{
    public const string Dense = "dense";
    public const string Words = "words";
    public const string Units = "units";

    /// <summary>Three named vectors; word weights are multiplied by idf on the server; units are compared by max_sim and never by graph.</summary>
    public static JsonObject Collection(int dimensions, string buildKey)
    {
        var vectors = new JsonObject();
        if (dimensions > 0)
        {
            vectors[Dense] = new JsonObject { ["size"] = dimensions, ["distance"] = "Cosine" };
            vectors[Units] = new JsonObject
            {
                ["size"] = dimensions, ["distance"] = "Cosine",
                ["multivector_config"] = new JsonObject { ["comparator"] = "max_sim" },
                ["hnsw_config"] = new JsonObject { ["m"] = 0 },
            };
        }

        return new JsonObject
        {
            ["vectors"] = vectors,
            ["sparse_vectors"] = new JsonObject { [Words] = new JsonObject { ["modifier"] = "idf" } },
            ["metadata"] = new JsonObject { ["build_key"] = buildKey },
        };
    }

    public static JsonObject Point(Passage passage, EmbeddedText? embedded, IReadOnlyList<string> terms, double averageTerms)
    {
        var vector = new JsonObject { [Words] = Sparse(Weights(terms, averageTerms)) };
        if (embedded is not null && embedded.Vector.AsSpan().ContainsAnyExcept(0f))
        {
            vector[Dense] = Array(embedded.Vector);
        }

        if (embedded is not null && embedded.Units.Count > 0)
        {
            var size = embedded.Vector.Length;
            vector[Units] = new JsonArray([.. Enumerable.Range(0, embedded.Units.Count).Select(u => Array(embedded.Units.Values.AsSpan(u * size, size)))]);
        }

        return new JsonObject
        {
            ["id"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(passage.Id))[..16]).ToString(),
            ["vector"] = vector,
            ["payload"] = new JsonObject
            {
                ["passage"] = JsonSerializer.SerializeToNode(passage),
                ["dossier"] = passage.Dossier, ["language"] = passage.Language, ["kind"] = passage.Kind,
                ["terms"] = new JsonArray([.. terms.Distinct().Select(t => (JsonNode)t)]),
            },
        };
    }

    /// <summary>Two queries at once, by words and by vector, so that the ranking sees the place of a passage in each.</summary>
    public static JsonObject Searches(PassageQuery query)
    {
        var searches = new JsonArray();
        if (query.Terms.Count > 0)
        {
            searches.Add(Search(query, Words, Sparse(query.Terms.Distinct().ToDictionary(StableHash.Of, _ => 1.0))));
        }

        if (query.Vector is not null)
        {
            searches.Add(Search(query, Dense, Array(query.Vector)));
        }

        return new JsonObject { ["searches"] = searches };
    }

    /// <summary>Fused on the server and ranked by late interaction there: for collections too large to rank in the guide.</summary>
    public static JsonObject Reranked(PassageQuery query, UnitVectors units, int dimensions)
    {
        var prefetch = Searches(query)["searches"]!.AsArray().Select(s =>
        {
            var search = s!.DeepClone().AsObject();
            search.Remove("with_payload");
            return (JsonNode)search;
        }).ToArray();
        return new JsonObject
        {
            ["prefetch"] = new JsonObject { ["prefetch"] = new JsonArray(prefetch), ["query"] = new JsonObject { ["fusion"] = "rrf" }, ["limit"] = query.Limit },
            ["query"] = new JsonArray([.. Enumerable.Range(0, units.Count).Select(u => Array(units.Values.AsSpan(u * dimensions, dimensions)))]),
            ["using"] = Units,
            ["limit"] = query.Limit,
            ["with_payload"] = true,
        };
    }

    /// <summary>Counts the passages that hold a term.</summary>
    public static JsonObject Holding(string term) => new() { ["filter"] = Must(Match("terms", term)), ["exact"] = true };

    /// <summary>All points of a dossier.</summary>
    public static JsonObject OfDossier(string dossier) => new() { ["filter"] = Must(Match("dossier", dossier)) };

    private static JsonObject Search(PassageQuery query, string vector, JsonNode value)
    {
        var search = new JsonObject { ["query"] = value, ["using"] = vector, ["limit"] = 2 * query.Limit, ["with_payload"] = true };
        var conditions = new List<JsonObject>();
        if (query.Language is { } language)
        {
            conditions.Add(Match("language", language));
        }

        if (query.Kind is { } kind)
        {
            conditions.Add(Match("kind", kind));
        }

        if (query.Dossiers is { } dossiers)
        {
            conditions.Add(new JsonObject { ["key"] = "dossier", ["match"] = new JsonObject { ["any"] = new JsonArray([.. dossiers.Select(d => (JsonNode)d)]) } });
        }

        if (conditions.Count > 0)
        {
            search["filter"] = Must([.. conditions]);
        }

        return search;
    }

    // BM25 without its idf, which the server multiplies in.
    private static Dictionary<uint, double> Weights(IReadOnlyList<string> terms, double average) => terms.GroupBy(StableHash.Of).ToDictionary(
        g => g.Key, g => g.Count() * 2.2 / (g.Count() + 1.2 * (0.25 + 0.75 * terms.Count / Math.Max(1, average))));

    private static JsonObject Sparse(IReadOnlyDictionary<uint, double> weights) => new()
    {
        ["indices"] = new JsonArray([.. weights.Keys.Select(k => (JsonNode)k)]),
        ["values"] = new JsonArray([.. weights.Values.Select(v => (JsonNode)v)]),
    };

    private static JsonArray Array(ReadOnlySpan<float> values)
    {
        var array = new JsonArray();
        foreach (var value in values)
        {
            array.Add(value);
        }

        return array;
    }

    private static JsonObject Match(string key, string value) => new() { ["key"] = key, ["match"] = new JsonObject { ["value"] = value } };

    private static JsonObject Must(params JsonObject[] conditions) => new() { ["must"] = new JsonArray([.. conditions]) };
}
