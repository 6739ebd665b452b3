using HeritageGuide.Core.Narration;

namespace HeritageGuide.Core.Tests.Narration;

public sealed class VoicePriceTests
{
    [Fact]
    public void Chinese_characters_are_billed_twice_where_the_service_does_so()
    {
        new VoicePrice(16, HanCountsTwice: true).Characters("寻芜 là 한국 かな").ShouldBe(13);
        new VoicePrice(16).Characters("寻芜 là 한국 かな").ShouldBe(11);
    }

    [Fact]
    public void A_million_characters_cost_the_price()
    {
        new VoicePrice(16).Of(250_000).ShouldBe(4);
        new VoicePrice(null).Of(250_000).ShouldBeNull();
    }
}
