using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Corpus;

/// <summary>What visitors call by another name is found under the dossiers' own, with the glossary, aliases and places that ship.</summary>
public sealed class QueryExpansionTests
{
    private static readonly QueryExpansion s_expansion = Expansion();

    [Theory]
    [InlineData("渭清有什么可看的？", "Vị Thanh")]
    [InlineData("七岔（Ngã Bảy）的船家", "Ngã Bảy")]
    [InlineData("비타인 시장은 어디에 있어요?", "Vị Thanh")]
    [InlineData("What is there to see in the Mekong Delta?", "Đồng bằng sông Cửu Long")]
    [InlineData("di tich o xa Xẻo Cao va vi thanh", "渭清")]
    public void Another_name_leads_to_the_dossiers_own(string question, string name) => s_expansion.Of(question).SelectMany(g => g.Names).ShouldContain(name);

    [Theory]
    [InlineData("Who wrote the song?")]
    [InlineData("vithanh")]
    [InlineData("")]
    public void Where_nothing_is_named_nothing_is_added(string question) => s_expansion.Of(question).ShouldBeEmpty();

    [Fact]
    public void Of_names_within_names_only_the_longest_counts() =>
        s_expansion.Of("huyện Châu Thành A").SelectMany(g => g.Names).ShouldNotContain("周城");

    [Fact]
    public void A_commune_of_before_the_merger_leads_to_the_one_of_today() =>
        s_expansion.Of("xã Thạnh Xuân ở đâu?").SelectMany(g => g.Names).ShouldContain(n => n.StartsWith("xã", StringComparison.Ordinal));

    [Fact]
    public void A_text_that_says_any_of_the_names_says_it()
    {
        var groups = s_expansion.Of("渭清");

        QueryExpansion.Said(groups, QueryExpansion.Comparable("Chợ Vị Thanh họp từ sáng sớm.")).ShouldBe(1);
        QueryExpansion.Said(groups, QueryExpansion.Comparable("Chợ Ngã Bảy họp từ sáng sớm.")).ShouldBe(0);
    }

    private static QueryExpansion Expansion()
    {
        var reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
        return new QueryExpansion(new Library(reading.Dossiers, reading.Shared));
    }
}
