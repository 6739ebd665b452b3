using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Embedding;

/// <summary>Ranking with a model that gives a vector a text and none a word, as sentence transformers do.</summary>
public sealed class UnitlessRankingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Meaning_ranks_without_word_vectors_and_from_the_vectors_that_the_index_holds()
    {
        // Cosines as e5's are: all high, the right one highest; the question shares no word with it.
        var model = new ByHandEmbedder(2, t => t.Contains("gun", StringComparison.Ordinal) ? Unit(0.9f) : t.Contains("market", StringComparison.Ordinal) ? Unit(0.8f) : t.Contains("song", StringComparison.Ordinal) ? Unit(0.78f) : [1, 0]);
        using var index = await IndexAsync(model);
        model.Made.Clear();

        var found = await new HybridRetriever(index, model, ["en"]).RetrieveAsync(new RetrievalRequest("vũ khí lớn", null, null, null, 3), default);

        found.Select(f => f.Passage.Id).ShouldBe(["gun", "market", "song"]);
        model.Made.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_without_a_vector_is_answered_by_words()
    {
        var model = new ByHandEmbedder(2, t => t.EndsWith('?') ? [0, 0] : Unit(0.8f));
        using var index = await IndexAsync(model);

        var found = await new HybridRetriever(index, model, ["en"]).RetrieveAsync(new RetrievalRequest("Where is the market?", null, null, null, 3), default);

        found[0].Passage.Id.ShouldBe("market");
    }

    private async Task<SqlitePassageIndex> IndexAsync(IEmbedder model)
    {
        var index = new SqlitePassageIndex(_folder.Path, model);
        await index.RebuildAsync([Passage("gun", "The gun stands in the garden."), Passage("market", "The market met on the river."), Passage("song", "The song is sung by two.")], "key", null, default);
        return index;
    }

    private static float[] Unit(float cosine) => [cosine, MathF.Sqrt(1 - cosine * cosine)];

    private static Passage Passage(string id, string text) => new(id, id, "dossier", "en", "a", "", text, [new PassageSentence(0, text.Length, [])]);
}
