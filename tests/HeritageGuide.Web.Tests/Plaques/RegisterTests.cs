using System.Net;

namespace HeritageGuide.Web.Tests.Plaques;

[Collection("plaques")]
public sealed class RegisterTests(PlaqueGuide guide)
{
    [Fact]
    public async Task A_plaque_pointed_elsewhere_leads_there_without_a_restart_and_keeps_its_code()
    {
        using var phone = guide.Phone();
        (await phone.GetAsync("/Q/NP79X?lang=vi")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await guide.RecordAsync($"NP79X\t2026-11-01\tinstall\t{PlaqueGuide.FirstStop}\tBến ghe");
        await PlaqueGuide.UntilAsync(async () => await LocationAsync(phone, "NP79X") == $"/vi/stops/{PlaqueGuide.FirstStop}");
        await guide.RecordAsync($"NP79X\t2026-11-02\tpoint\t{PlaqueGuide.SecondStop}");
        await PlaqueGuide.UntilAsync(async () => await LocationAsync(phone, "NP79X") == $"/vi/stops/{PlaqueGuide.SecondStop}");

        (await phone.GetStringAsync("/vi/plaques/NP79X")).ShouldContain("https://disan.example.vn/q/np79x");
        (await guide.CurateAsync("plaques")).GetProperty("items").EnumerateArray().Single(p => p.GetProperty("code").GetString() == "NP79X")
            .ShouldSatisfyAllConditions(p => p.GetProperty("place").GetString().ShouldBe("Bến ghe"), p => p.GetProperty("stop").GetString().ShouldBe(PlaqueGuide.SecondStop), p => p.GetProperty("installed").GetString().ShouldBe("2026-11-01"));
    }

    [Fact]
    public async Task A_retired_plaque_tells_where_it_went_and_a_restored_one_leads_again()
    {
        using var phone = guide.Phone();
        await guide.RecordAsync($"RT79X\t2026-11-01\tinstall\t{PlaqueGuide.FirstStop}\tCổng cũ");
        await guide.RecordAsync($"RT79X\t2026-11-02\tretire\t{PlaqueGuide.SecondStop}\t\t\tCổng <b>đã</b> dời");
        await PlaqueGuide.UntilAsync(async () => (await phone.GetAsync("/q/RT79X?lang=en")).StatusCode == HttpStatusCode.Gone);

        var page = await (await phone.GetAsync("/q/rt79x?lang=en")).Content.ReadAsStringAsync();
        page.ShouldContain("This plaque has been taken down");
        page.ShouldContain($"href=\"/en/stops/{PlaqueGuide.SecondStop}\"");
        // The search box leads to the same page, not to an empty list.
        (await phone.GetAsync("/en/dossiers?q=rt79x")).Headers.Location!.ToString().ShouldBe("/q/RT79X?lang=en");

        await guide.RecordAsync("RT79X\t2026-11-03\trestore");
        await PlaqueGuide.UntilAsync(async () => await LocationAsync(phone, "RT79X") == $"/vi/stops/{PlaqueGuide.FirstStop}");
    }

    [Fact]
    public async Task A_slip_in_the_register_takes_no_plaque_down()
    {
        using var phone = guide.Phone();
        await guide.RecordAsync("no entry at all");
        await guide.RecordAsync("ZZZZZ\t2026-11-02\tretire");
        await guide.RecordAsync($"SP79X\t2026-11-01\tinstall\t{PlaqueGuide.FirstStop}\tTrạm dừng");

        await PlaqueGuide.UntilAsync(async () => await LocationAsync(phone, "SP79X") is not null);
        (await LocationAsync(phone, PlaqueGuide.FirstCode)).ShouldBe($"/vi/stops/{PlaqueGuide.FirstStop}");
    }

    [Fact]
    public async Task One_scan_where_a_tour_begins_leads_through_it_by_next()
    {
        using var phone = guide.Phone();
        var first = await phone.GetStringAsync(await LocationAsync(phone, PlaqueGuide.FirstCode));

        first.ShouldContain("href=\"/vi/stops/tam-vu-phu-dieu?tour=quoc-lo-61\"");
        first.ShouldContain("Nửa ngày theo Quốc lộ 61: điểm 1/8");
        (await phone.GetStringAsync("/vi/stops/tam-vu-phu-dieu?tour=quoc-lo-61")).ShouldContain("href=\"/vi/stops/phao-105-tam-vu-khau-phao?tour=quoc-lo-61\"");
    }

    private static async Task<string?> LocationAsync(HttpClient phone, string code) => (await phone.GetAsync($"/q/{code}?lang=vi")).Headers.Location?.ToString();
}
