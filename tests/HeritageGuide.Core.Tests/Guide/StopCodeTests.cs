using HeritageGuide.Core.Guide;

namespace HeritageGuide.Core.Tests.Guide;

public sealed class StopCodeTests
{
    [Theory]
    [InlineData("7KQ4M", "7KQ4M")]
    [InlineData("7kq4m", "7KQ4M")]
    [InlineData(" 7k-q4 m", "7KQ4M")]
    [InlineData("oil23", "01123")]
    public void A_code_is_read_as_people_type_it(string typed, string code) => StopCode.Normalize(typed).ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("7KQ4")]
    [InlineData("7KQ4MM")]
    [InlineData("7KQ4U")]
    [InlineData("../..")]
    [InlineData(null)]
    public void What_is_no_code_is_not_read_as_one(string? typed) => StopCode.Normalize(typed).ShouldBeNull();
}
