using HeritageGuide.Core.Guide;

namespace HeritageGuide.Core.Tests.Guide;

public sealed class NdefUriTests
{
    [Theory]
    // The worked examples of NFC Forum's URI record definition, and a plaque's own address.
    [InlineData("http://www.nfc.com", "D1010855016E66632E636F6D")]
    [InlineData("https://disan.example.vn/q/7KQ4M?via=nfc", "D101215504646973616E2E6578616D706C652E766E2F712F374B51344D3F7669613D6E6663")]
    public void A_tag_holds_one_uri_record(string address, string bytes) => Convert.ToHexString(NdefUri.Message(address)).ShouldBe(bytes);

    [Fact]
    public void A_plaques_address_fits_the_smallest_tag() => NdefUri.Message("https://disan.example.vn/q/7KQ4M?via=nfc").Length.ShouldBeLessThan(NdefUri.SmallTagBytes);

    [Fact]
    public void An_address_too_long_for_a_short_record_is_refused() => Should.Throw<ArgumentException>(() => NdefUri.Message("https://" + new string('a', 255)));
}
