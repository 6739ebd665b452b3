using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Tests.Languages;

public sealed class LanguageChoiceTests
{
    private static readonly LanguageTag[] s_there = [LanguageTag.Vietnamese, LanguageTag.English];

    [Theory]
    [InlineData("en", "fr", "ko", "en")]
    [InlineData(null, "fr", "ko", "fr")]
    [InlineData(null, null, "ko;q=0.9,en;q=0.5", "en")]
    [InlineData(null, null, "de,en-GB;q=0.7", "en")]
    [InlineData(null, null, null, "vi")]
    [InlineData("xx", null, "en", "en")]
    public void The_visitors_own_choice_comes_first(string? asked, string? remembered, string? accept, string expected) =>
        LanguageChoice.Choose(asked, remembered, accept, s_there).Code.ShouldBe(expected);
}
