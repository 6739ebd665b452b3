using System.Globalization;
using System.Text;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Tests.Languages;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Chợ nổi Ngã Bảy họp năm 1.915.", "_cho_noi_nga_bay_hop_nam_1915_")]
    [InlineData("故宫 Palace 宫殿", "故宫_palace_宫殿")]
    [InlineData("ｶﾀｶﾅ ĳs ０１２", "カタカナ_ijs_12_")]
    [InlineData("…", "")]
    public void Latin_words_and_numbers_stand_between_bars_and_other_letters_side_by_side(string text, string folded) =>
        QueryExpansion.Comparable(text).ShouldBe(folded);

    [Fact]
    public void Letters_that_fold_into_several_find_room()
    {
        var ligatures = new string('ĳ', 500);

        QueryExpansion.Comparable(ligatures).Trim('_').Length.ShouldBe(1_000);
    }

    [Fact]
    public void Letters_taken_as_they_are_are_those_that_composition_leaves_as_they_are()
    {
        for (var c = 'あ'; c < '\uD800'; c++)
        {
            var letter = c.ToString(CultureInfo.InvariantCulture);
            var (reading, folded) = (WordReader.Read(letter), letter.Normalize(NormalizationForm.FormKC));
            if (reading.Count > 0)
            {
                reading[0].Folded.ShouldBe(folded);
            }
        }
    }
}
