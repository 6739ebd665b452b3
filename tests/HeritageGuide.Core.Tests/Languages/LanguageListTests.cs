using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Tests.Languages;

public sealed class LanguageListTests
{
    [Fact]
    public void A_language_has_its_own_names_else_those_of_the_star()
    {
        var list = LanguageList.Parse(" VI = azure , espeak;km=; *=espeak ", "X");

        list.For(LanguageTag.Vietnamese).ShouldBe(["azure", "espeak"]);
        list.For(LanguageTag.Khmer).ShouldBe([]);
        list.For(LanguageTag.Japanese).ShouldBe(["espeak"]);
        list.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("=a")]
    [InlineData("de=a")]
    public void What_cannot_be_read_is_left_out_and_told(string text)
    {
        var list = LanguageList.Parse(text, "HERITAGE_VOICES");

        list.For(LanguageTag.Vietnamese).ShouldBeNull();
        list.Faults.Single().ShouldStartWith("HERITAGE_VOICES: '" + text);
    }
}
