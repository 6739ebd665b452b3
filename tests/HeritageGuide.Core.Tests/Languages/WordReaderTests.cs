using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Tests.Languages;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Xã có 1.097 hộ", "xa|co|1097|ho")]
    [InlineData("20/01/1946", "20|1|1946")]
    [InlineData("故宫很大", "故|宫|很|大")]
    [InlineData("៤០ ភូមិ", "40|ភូ|មិ")]
    [InlineData("7,2 m", "7|2|m")]
    [InlineData("144.000 m²", "144000|m")]
    public void Words_are_cut_as_each_script_needs(string text, string expected) =>
        string.Join('|', WordReader.Read(text).Select(w => w.Folded)).ShouldBe(expected);

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string text = "Trận Tầm Vu";

        foreach (var word in WordReader.Read(text))
        {
            VietnameseText.Fold(text.Substring(word.Start, word.Length)).ShouldBe(word.Folded);
        }
    }
}
