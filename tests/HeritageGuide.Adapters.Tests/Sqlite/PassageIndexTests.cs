using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Data.Sqlite;

namespace HeritageGuide.Adapters.Tests.Sqlite;

/// <summary>What every passage index must do.</summary>
public abstract class PassageIndexConformance
{
    protected abstract IPassageIndex Index { get; }

    [Theory]
    [InlineData("don ca tai tu", "don-ca/vi/a")]
    [InlineData("đờn ca tài tử", "don-ca/vi/a")]
    [InlineData("floating market", "cho-noi/en/a")]
    [InlineData("故宫", "co-cung/zh/a")]
    [InlineData("떰부 전투", "tam-vu/ko/a")]
    [InlineData("ផ្សារបណ្តែតទឹក", "cho-noi/km/a")]
    public async Task Words_of_every_language_find_their_passage(string question, string expected)
    {
        await BuildAsync();

        var hits = await Index.SearchAsync(new PassageQuery(SearchTerms.Of(question), null, null, null, null, 5), default);

        hits[0].Passage.Id.ShouldBe(expected);
    }

    [Fact]
    public async Task A_language_filter_lets_nothing_else_through()
    {
        await BuildAsync();

        var hits = await Index.SearchAsync(new PassageQuery(SearchTerms.Of("tam vu market"), null, "en", null, null, 5), default);

        hits.ShouldNotBeEmpty();
        hits.ShouldAllBe(h => h.Passage.Language == "en");
    }

    [Fact]
    public async Task Filters_by_dossier_and_kind_let_nothing_else_through()
    {
        await BuildAsync();
        var terms = SearchTerms.Of("tam vu market cho noi");

        (await Index.SearchAsync(new PassageQuery(terms, null, null, "dossier", ["cho-noi", "khong-co"], 5), default)).Select(h => h.Passage.Dossier).Distinct().ShouldBe(["cho-noi"]);
        (await Index.SearchAsync(new PassageQuery(terms, null, null, "document", null, 5), default)).ShouldBeEmpty();
        (await Index.SearchAsync(new PassageQuery(terms, null, "fr", null, null, 5), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_more_come_than_were_asked_for_and_the_best_comes_first()
    {
        await BuildAsync();

        var hits = await Index.SearchAsync(new PassageQuery(SearchTerms.Of("floating market Ngã Bảy"), null, null, null, null, 2), default);

        hits.Count.ShouldBe(2);
        hits[0].Score.ShouldBeGreaterThan(hits[1].Score);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        await BuildAsync();

        (await Index.SearchAsync(new PassageQuery(["zzzz"], null, null, null, null, 5), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_takes_the_place_of_what_was_there()
    {
        await BuildAsync();
        await Index.RebuildAsync([Passage("moi/vi/a", "vi", "Chùa Phổ Minh")], "second", null, default);

        (await Index.StatusAsync(default)).ShouldSatisfyAllConditions(s => s.Passages.ShouldBe(1), s => s.BuildKey.ShouldBe("second"));
        (await Index.SearchAsync(new PassageQuery(SearchTerms.Of("floating market"), null, null, null, null, 5), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rarer_term_weighs_more()
    {
        await BuildAsync();

        var statistics = await Index.StatisticsAsync(["cho", "market", "khong-co"], default);

        statistics.Passages.ShouldBe(6);
        statistics.Idf("khong-co").ShouldBeGreaterThan(statistics.Idf("market"));
    }

    [Theory]
    [InlineData("\"*\" OR near/2 (")]
    [InlineData("'; drop table passages; --")]
    public async Task A_strangers_text_is_never_a_command(string text)
    {
        await BuildAsync();

        await Should.NotThrowAsync(() => Index.SearchAsync(new PassageQuery(SearchTerms.Of(text), null, null, null, null, 5), default));
        (await Index.StatusAsync(default)).Passages.ShouldBe(6);
    }

    protected Task BuildAsync() => Index.RebuildAsync(
        [
            Passage("don-ca/vi/a", "vi", "Đờn ca tài tử Nam Bộ được UNESCO ghi danh."),
            Passage("cho-noi/vi/a", "vi", "Chợ nổi Ngã Bảy họp trên sông."),
            Passage("cho-noi/en/a", "en", "The floating market of Ngã Bảy met on the river."),
            Passage("co-cung/zh/a", "zh", "故宫很大。"),
            Passage("tam-vu/ko/a", "ko", "떰부 전투는 네 번 있었습니다."),
            Passage("cho-noi/km/a", "km", "ផ្សារបណ្តែតទឹកនៅលើទន្លេ។"),
        ], "first", null, default);

    private static Passage Passage(string id, string language, string text) =>
        new(id, id.Split('/')[0], "dossier", language, "a", "", text, [new PassageSentence(0, text.Length, [])]);
}

public sealed class SqlitePassageIndexTests : PassageIndexConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqlitePassageIndex _index;

    public SqlitePassageIndexTests() => _index = new SqlitePassageIndex(_folder.Path, new NoEmbedder());

    protected override IPassageIndex Index => _index;

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_damaged_index_file_is_set_aside()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "passages-00.db"), "no database");

        using var index = new SqlitePassageIndex(_folder.Path, new NoEmbedder());

        (await index.StatusAsync(default)).Healthy.ShouldBeFalse();
    }

    [Fact]
    public async Task An_index_file_of_an_earlier_layout_is_set_aside()
    {
        await BuildAsync();
        using (var connection = new SqliteConnection($"Data Source={Directory.GetFiles(_folder.Path, "*.db").Single()};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE meta SET value='1' WHERE key='layout'";
            command.ExecuteNonQuery().ShouldBe(1);
        }

        using var index = new SqlitePassageIndex(_folder.Path, new NoEmbedder());

        (await index.StatusAsync(default)).Healthy.ShouldBeFalse();
    }
}
