using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HeritageGuide.Adapters.Qdrant;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using Json.Schema;

namespace HeritageGuide.Adapters.Tests.Qdrant;

/// <summary>Everything that is sent to Qdrant is valid by its own OpenAPI description; what goes wrong there never reaches a visitor.</summary>
public sealed class QdrantContractTests : IDisposable
{
    private static readonly IEmbedder s_embedder = HeritageGuideServices.ShippedEmbedder(Path.Combine(RepositoryFolder.Root, "models"));
    private readonly RecordedQdrant _server = new();
    private readonly QdrantClient _client;
    private readonly QdrantPassageIndex _index;

    public QdrantContractTests()
    {
        var options = new QdrantOptions(new Uri("http://qdrant.test:6333"), "key", "heritage");
        _client = new QdrantClient(options, TimeProvider.System, _server);
        _index = new QdrantPassageIndex(_client, options, s_embedder);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Every_request_is_valid_by_the_description_of_the_api()
    {
        var description = Path.Combine(RepositoryFolder.Root, "..", "shared", "qdrant", "openapi-1.19.json");
        await TalkAsync();
        _server.Requests.Count.ShouldBeGreaterThan(12);
        if (!File.Exists(description))
        {
            Console.WriteLine("SKIPPED: the OpenAPI description of Qdrant is not there, so request bodies were not validated");
            return;
        }

        var api = JsonNode.Parse(await File.ReadAllTextAsync(description))!.AsObject();
        foreach (var (method, path, body) in _server.Requests)
        {
            var operation = Operation(api, method, path);
            operation.ShouldNotBeNull($"{method} {path}");
            if (body is null)
            {
                continue;
            }

            var schema = new JsonObject { ["$defs"] = Plain(api["components"]!["schemas"]!), ["allOf"] = new JsonArray(Plain(operation!["requestBody"]!["content"]!["application/json"]!["schema"]!)) };
            var result = JsonSchema.FromText(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal)).Evaluate(System.Text.Json.JsonDocument.Parse(body).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
            result.IsValid.ShouldBeTrue($"{method} {path} {body[..Math.Min(300, body.Length)]}");
        }
    }

    [Fact]
    public async Task Readers_are_swapped_to_a_complete_collection_and_the_old_one_is_kept_as_a_snapshot()
    {
        _server.Alias = "heritage-old";

        await _index.RebuildAsync([A("tam-vu/vi/a")], "new", null, default);

        var paths = _server.Requests.Select(r => $"{r.Method} {r.Path}").ToList();
        var swap = paths.IndexOf("POST /collections/aliases");
        paths.FindLastIndex(p => p.Contains("/points", StringComparison.Ordinal)).ShouldBeLessThan(swap);
        paths.IndexOf("POST /collections/heritage-old/snapshots").ShouldBeInRange(0, swap);
        paths.IndexOf("DELETE /collections/heritage-old").ShouldBeGreaterThan(swap);
    }

    [Fact]
    public async Task The_key_is_sent_and_a_busy_server_is_asked_again()
    {
        _server.BusyTimes = 1;

        await _index.StatusAsync(default);

        _server.Keys.ShouldAllBe(k => k == "key");
        _server.Requests.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task While_Qdrant_is_away_the_embedded_index_answers_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using var embedded = new SqlitePassageIndex(folder.Path, s_embedder);
        var index = new FallbackPassageIndex(_index, embedded);
        _server.IsAway = true;

        await index.RebuildAsync([A("tam-vu/vi/a")], "first", null, default);
        var hits = await index.SearchAsync(new PassageQuery(SearchTerms.Of("trận Tầm Vu"), null, null, null, null, 5), default);
        var status = await index.StatusAsync(default);

        hits.Single().Passage.Id.ShouldBe("tam-vu/vi/a");
        status.Healthy.ShouldBeFalse();
        status.Detail.ShouldContain("embedded index answers");
    }

    [Fact]
    public async Task What_words_and_vector_find_is_ordered_by_the_sum_of_both()
    {
        string Point(string id, double score) => $$$"""{"id":"{{{Guid.NewGuid()}}}","score":{{{score.ToString(System.Globalization.CultureInfo.InvariantCulture)}}},"payload":{"passage":{{{System.Text.Json.JsonSerializer.Serialize(A(id))}}}}}""";
        _server.Alias = "heritage-old";
        _server.Found = $$"""[{"points":[{{Point("a/vi/a", 0.9)}},{{Point("b/vi/a", 0.8)}}]},{"points":[{{Point("c/vi/a", 0.95)}},{{Point("b/vi/a", 0.5)}}]}]""";
        var question = (await s_embedder.EmbedAsync(["Tầm Vu"], EmbeddedKind.Query, default))[0];

        var hits = await _index.SearchAsync(new PassageQuery(["tam"], question.Vector, null, null, null, 2), default);

        // The one word stands in one of two passages: 0.69 is a full score. "b" has 0.8 of it and 0.5 by vector; "a" is no nearer than the last by vector.
        hits.Select(h => h.Passage.Id).ShouldBe(["a/vi/a", "b/vi/a"]);
        hits[0].Score.ShouldBe(0.9 / Math.Log(2) + 0.5, 0.01);
    }

    private async Task TalkAsync()
    {
        _server.Alias = "heritage-old";
        await _index.RebuildAsync([A("tam-vu/vi/a"), A("tam-vu/en/a")], "first", null, default);
        var question = (await s_embedder.EmbedAsync(["Tầm Vu"], EmbeddedKind.Query, default))[0];
        var query = new PassageQuery(SearchTerms.Of("trận Tầm Vu"), question.Vector, "vi", "dossier", ["tam-vu"], 5);
        await _index.SearchAsync(query, default);
        await _index.StatisticsAsync(["tam", "vu"], default);
        await _index.DeleteDossierAsync("tam-vu", default);
        await _client.SendAsync(HttpMethod.Post, "/collections/heritage-old/points/query", QdrantPoints.Reranked(query, question.Units, s_embedder.Dimensions), default);
    }

    private static JsonNode? Operation(JsonObject api, string method, string path)
    {
        var parts = path.Split('?')[0].Split('/');
        var match = api["paths"]!.AsObject().Where(p => p.Key.Split('/') is var t && t.Length == parts.Length && t.Zip(parts).All(x => x.First == x.Second || x.First.StartsWith('{')))
            .OrderBy(p => p.Key.Count(c => c == '{')).FirstOrDefault();
        return match.Value?[method.ToLowerInvariant()];
    }

    // OpenAPI's own words are put into those of JSON Schema.
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } only when only.ContainsKey("nullable") => new JsonObject { ["type"] = "null" },
        JsonObject map => new JsonObject(map.Where(p => p.Key is not ("nullable" or "example" or "discriminator" or "externalDocs" or "xml")).Select(p => KeyValuePair.Create(p.Key, Plain(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        _ => node?.DeepClone(),
    };

    private static Passage A(string id) => new(id, id.Split('/')[0], "dossier", id.Split('/')[1], "a", "", "Trận Tầm Vu diễn ra năm 1948.", [new PassageSentence(0, 29, [])]);

    /// <summary>Answers as Qdrant does, and throws on a call that it does not know.</summary>
    private sealed class RecordedQdrant : HttpMessageHandler
    {
        public List<(string Method, string Path, string? Body)> Requests { get; } = [];
        public List<string?> Keys { get; } = [];
        public string? Alias { get; set; }
        public bool IsAway { get; set; }
        public int BusyTimes { get; set; }
        public string Found { get; set; } = """[{"points":[]},{"points":[]}]""";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.PathAndQuery.Split('?')[0];
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            Requests.Add((request.Method.Method, path, body));
            Keys.Add(request.Headers.TryGetValues("api-key", out var keys) ? keys.Single() : null);
            if (IsAway)
            {
                throw new HttpRequestException("connection refused");
            }

            if (BusyTimes-- > 0)
            {
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            }

            var result = (request.Method.Method, path) switch
            {
                ("GET", "/aliases") => $$"""{"aliases":[{{(Alias is null ? "" : $$"""{"alias_name":"heritage","collection_name":"{{Alias}}"}""")}}]}""",
                ("GET", _) => """{"points_count":2,"config":{"metadata":{"build_key":"first","average_terms":8.0}}}""",
                ("POST", var p) when p.EndsWith("/query/batch", StringComparison.Ordinal) => Found,
                ("POST", var p) when p.EndsWith("/query", StringComparison.Ordinal) => """{"points":[]}""",
                ("POST", var p) when p.EndsWith("/count", StringComparison.Ordinal) => """{"count":1}""",
                ("POST", var p) when p.EndsWith("/snapshots", StringComparison.Ordinal) => """{"name":"s"}""",
                ("POST", var p) when p.EndsWith("/delete", StringComparison.Ordinal) || p == "/collections/aliases" => "true",
                ("PUT" or "DELETE", _) => "true",
                _ => throw new InvalidOperationException($"no recording for {request.Method} {path}"),
            };
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"result":{{result}},"status":"ok","time":0.0}""", Encoding.UTF8, "application/json") };
        }
    }
}

/// <summary>The conformance suite on a real Qdrant; run by <c>test.sh</c> where <c>QDRANT_URL</c> is set.</summary>
[Trait("needs", "qdrant")]
public sealed class QdrantPassageIndexTests : Sqlite.PassageIndexConformance, IDisposable
{
    private readonly QdrantClient _client;

    public QdrantPassageIndexTests()
    {
        var options = QdrantOptions.From(Environment.GetEnvironmentVariable)! with { Alias = "heritage-test" };
        _client = new QdrantClient(options, TimeProvider.System);
        Index = new QdrantPassageIndex(_client, options, new NoEmbedder());
    }

    protected override IPassageIndex Index { get; }

    public void Dispose() => _client.Dispose();
}
