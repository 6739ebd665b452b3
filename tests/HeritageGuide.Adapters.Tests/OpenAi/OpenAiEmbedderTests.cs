using System.Text.Json;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.OpenAi;

public sealed class OpenAiEmbedderTests
{
    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts_and_at_unit_length()
    {
        await using var server = await RecordedEmbeddingServer.StartAsync(("a", [3, 4]), ("b", [0, 2]), ("c", [5, 0]));
        var embedder = Embedder(server, o => o with { Batch = 2 });

        var embedded = await embedder.EmbedAsync(["a", " ", "b", "c"], EmbeddedKind.Passage, default);

        embedded.Select(e => e.Vector).ShouldBe([[0.6f, 0.8f], [0, 0], [0, 1], [1, 0]]);
        embedded.ShouldAllBe(e => e.Units.Count == 0);
        server.Batches.ShouldBe([2, 1]);
        embedder.Dimensions.ShouldBe(2);
    }

    [Fact]
    public async Task Key_model_size_and_prefixes_are_sent()
    {
        await using var server = await RecordedEmbeddingServer.StartAsync(("query: a", [1, 0]), ("passage: a", [0, 1]));
        var embedder = Embedder(server, o => o with { Key = "secret", Dimensions = 2, QueryPrefix = "query: ", PassagePrefix = "passage: " });

        (await embedder.EmbedAsync(["a"], EmbeddedKind.Query, default))[0].Vector.ShouldBe([1, 0]);
        (await embedder.EmbedAsync(["a"], EmbeddedKind.Passage, default))[0].Vector.ShouldBe([0, 1]);

        server.LastKey.ShouldBe("Bearer secret");
        using var body = JsonDocument.Parse(server.LastBody);
        (body.RootElement.GetProperty("model").GetString(), body.RootElement.GetProperty("dimensions").GetInt32()).ShouldBe(("recorded", 2));
    }

    [Fact]
    public async Task Model_server_and_whatever_shapes_the_vectors_are_its_identity()
    {
        await using var server = await RecordedEmbeddingServer.StartAsync();

        var plain = Embedder(server).ModelId;

        plain.ShouldBe($"openai:recorded@{server.Url.Authority}");
        Embedder(server, o => o with { Dimensions = 64 }).ModelId.ShouldNotBe(plain);
        Embedder(server, o => o with { Model = "other" }).ModelId.ShouldNotBe(plain);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passage_is_asked_again_after_a_passing_failure(int status)
    {
        await using var server = await RecordedEmbeddingServer.StartAsync(("a", [1, 0]));
        server.Statuses.Enqueue(status);
        server.Statuses.Enqueue(status);

        (await Embedder(server).EmbedAsync(["a"], EmbeddedKind.Passage, default))[0].Vector.ShouldBe([1, 0]);

        server.Batches.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_refused_key_is_no_passing_failure()
    {
        await using var server = await RecordedEmbeddingServer.StartAsync();
        server.Statuses.Enqueue(401);

        var refused = await Should.ThrowAsync<EmbedderException>(async () => await Embedder(server).EmbedAsync(["a"], EmbeddedKind.Passage, default));

        refused.Message.ShouldContain("status 401");
        refused.Message.ShouldContain("HERITAGE_EMBEDDING_KEY");
        server.Batches.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_the_server_does_not_answer_is_left_to_words()
    {
        await using var server = await RecordedEmbeddingServer.StartAsync(("a", [1, 0]));
        var embedder = Embedder(server, o => o with { QuestionPatience = TimeSpan.FromMilliseconds(200) });
        await embedder.EmbedAsync(["a"], EmbeddedKind.Passage, default);
        server.Pause = TimeSpan.FromSeconds(5);

        (await embedder.EmbedAsync(["a"], EmbeddedKind.Query, default))[0].Vector.ShouldBe([0, 0]);

        embedder.Trouble.ShouldNotBeNull().ShouldContain("too slow");
    }

    [Fact]
    public async Task Vectors_of_another_size_are_refused()
    {
        await using var server = await RecordedEmbeddingServer.StartAsync(("a", [1, 0]), ("b", [1, 0, 0]));
        var embedder = Embedder(server);
        await embedder.EmbedAsync(["a"], EmbeddedKind.Passage, default);

        (await Should.ThrowAsync<EmbedderException>(async () => await embedder.EmbedAsync(["b"], EmbeddedKind.Passage, default))).Message.ShouldContain("3 numbers");
    }

    private static OpenAiEmbedder Embedder(RecordedEmbeddingServer server, Func<EmbeddingServerOptions, EmbeddingServerOptions>? change = null) =>
        new((change ?? (o => o))(new EmbeddingServerOptions { Url = server.Url, Model = "recorded", Pause = TimeSpan.FromMilliseconds(1) }), TimeProvider.System);
}
