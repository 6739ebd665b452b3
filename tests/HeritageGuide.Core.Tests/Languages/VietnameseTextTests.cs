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
}
