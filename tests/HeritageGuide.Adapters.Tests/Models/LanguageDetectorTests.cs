using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Tests.Models;

/// <summary>With the weights that ship.</summary>
public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector s_detector =
        new(new LanguageModel([.. File.ReadAllBytes(Path.Combine(RepositoryFolder.Root, "models", "language", "latin.bin")).Select(b => (sbyte)b)]));

    [Theory]
    [InlineData("Where is Khu di tích Chiến thắng Tầm Vu?", "en")]
    [InlineData("How old is Chùa Phổ Minh?", "en")]
    [InlineData("Viễn Châu was a Hậu Giang man, wasn't he?", "en")]
    [InlineData("Où se trouve Chùa Phổ Minh?", "fr")]
    [InlineData("Tầm Vu ở đâu?", "vi")]
    [InlineData("Festival Áo bà ba có từ năm nào?", "vi")]
    public void A_name_in_another_language_does_not_decide(string text, string expected) => s_detector.Detect(text).Language?.Code.ShouldBe(expected);

    [Fact]
    public void Names_alone_fit_any_language() => s_detector.Detect("Tầm Vu").Language.ShouldBeNull();

    [Fact]
    public void Vietnamese_without_marks_is_told_from_a_question_that_names_something_without_them()
    {
        s_detector.Detect("cho noi Nga Bay o dau").Unmarked.ShouldBeTrue();
        s_detector.Detect("where is cho noi Nga Bay").Unmarked.ShouldBeFalse();
    }
}
