using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Tests.Languages;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Đờn ca tài tử", "don ca tai tu")]
    [InlineData("Tầm Vu", "tam vu")]
    [InlineData("ĐƯỜNG", "duong")]
    [InlineData("Musée français", "musee francais")]
    [InlineData("떰부", "떰부")]
    public void Text_without_marks_is_what_is_typed_without_a_Vietnamese_keyboard(string marked, string folded) =>
        VietnameseText.Fold(marked).ShouldBe(folded);

    [Theory]
    [InlineData("Ai chỉ huy trận này?", true)]
    [InlineData("ai chi huy tran nay", false)]
    [InlineData("Où est le musée ?", false)]
    public void Only_Vietnamese_has_Vietnamese_marks(string text, bool has) => VietnameseText.HasVietnameseMarks(text).ShouldBe(has);

    [Fact]
    public void Every_Latin_letter_reads_the_same_whole_and_taken_apart()
    {
        var letters = Enumerable.Range(0xC0, 0x1EFF - 0xC0 + 1).Select(c => (char)c).Where(c => char.IsLetter(c) && (c < 0x250 || c >= 0x1E00)).ToList();

        letters.Count.ShouldBeGreaterThan(500);
        foreach (var letter in letters)
        {
            var apart = letter.ToString().Normalize(System.Text.NormalizationForm.FormD);
            VietnameseText.Fold($"A{letter}").ShouldBe(VietnameseText.Fold($"A{apart}"), letter.ToString());
            VietnameseText.Marked($"A{letter}").ShouldBe(VietnameseText.Marked($"A{apart}"), letter.ToString());
        }
    }
}
