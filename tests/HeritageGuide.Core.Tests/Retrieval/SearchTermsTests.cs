using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Tests.Retrieval;

public sealed class SearchTermsTests
{
    [Fact]
    public void Neighbouring_syllables_are_terms_of_their_own() =>
        SearchTerms.Of("Chợ nổi").ShouldBe(["cho", "noi", "cho_noi"]);

    [Fact]
    public void Two_Chinese_characters_find_each_other() =>
        SearchTerms.Of("故宫").ShouldContain("故宫");

    [Fact]
    public void A_term_that_the_index_never_saw_weighs_most()
    {
        var statistics = new TermStatistics(100, 10, new Dictionary<string, int> { ["tam"] = 60, ["phao"] = 2 });

        statistics.Idf("dessert").ShouldBeGreaterThan(statistics.Idf("phao"));
        statistics.Idf("phao").ShouldBeGreaterThan(statistics.Idf("tam"));
    }

    [Fact]
    public void A_question_in_another_language_covers_little()
    {
        var statistics = new TermStatistics(100, 10, new Dictionary<string, int> { ["the"] = 3, ["phao"] = 3 });
        var text = Bm25.Count(["khau", "phao", "the"]);

        Bm25.Covered(["where", "is", "the", "gun"], text, 3, statistics).ShouldBeLessThan(0.35);
        Bm25.Covered(["khau", "phao"], text, 3, statistics).ShouldBeGreaterThan(0.9);
    }
}
