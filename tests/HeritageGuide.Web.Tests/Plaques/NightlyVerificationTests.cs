using HeritageGuide.Adapters.Plaques;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Web.Tests.Plaques;

/// <summary>A guide of its own: its nights pass.</summary>
public sealed class NightlyVerificationTests(PlaqueGuide guide) : IClassFixture<PlaqueGuide>
{
    [Fact]
    public async Task Every_night_the_guide_follows_its_own_plaques_and_says_which_are_dead()
    {
        (await guide.CurateAsync("plaques")).ShouldSatisfyAllConditions(
            p => p.GetProperty("nextVerification").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 11, 28, 2, 30, 0, TimeSpan.Zero)),
            p => p.GetProperty("items")[0].GetProperty("verified").GetString().ShouldBe("unknown"));

        guide.Clock.Advance(TimeSpan.FromHours(16));
        guide.Services.GetRequiredService<VerificationStore>().Latest.ShouldBeNull();
        guide.Clock.Advance(TimeSpan.FromMinutes(31));
        var first = await NextReportAsync(null);

        first.Chains.SelectMany(c => c.Broken.Select(b => $"{c.Code} {c.Language} {b}")).ShouldBeEmpty();
        first.Chains.Where(c => c.Language == "km").ShouldAllBe(c => !c.Voiced);
        first.Chains.Where(c => c.Language == "vi").ShouldAllBe(c => c.Voiced);
        first.Plaques.ShouldBe(guide.Services.GetRequiredService<Adapters.Publishing.Publication>().Current!.Library.Plaques.All.Count);
        (await guide.CurateAsync("plaques")).GetProperty("items").EnumerateArray().ShouldAllBe(p => p.GetProperty("verified").GetString() == "alive");

        // The next night, the sound of one stop is a page of an upset server, and a plaque leads to a stop that there is no more.
        await SpoilSoundAsync();
        await guide.RecordAsync("DD79X\t2026-11-28\tinstall\tno-such-stop\tBờ kè");
        guide.Clock.Advance(TimeSpan.FromHours(24));
        var second = await NextReportAsync(first);

        second.Chains.Where(c => !c.Alive).Select(c => (c.Code, c.Language, c.Broken[0].Step)).ShouldBe(
            [("DD79X", "vi", ChainStep.Code), ("DD79X", "en", ChainStep.Code), (PlaqueGuide.FirstCode, "vi", ChainStep.Audio)]);
        var dead = (await guide.CurateAsync("plaques")).GetProperty("items").EnumerateArray().Single(p => p.GetProperty("code").GetString() == PlaqueGuide.FirstCode);
        dead.GetProperty("verified").GetString().ShouldBe("dead");
        dead.GetProperty("broken")[0].GetProperty("links")[0].GetProperty("problem").GetString()!.ShouldStartWith("is no sound");
        // The guide's own walk is no visit.
        (await guide.CurateAsync("scans")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    private async Task<VerificationReport> NextReportAsync(VerificationReport? before)
    {
        var store = guide.Services.GetRequiredService<VerificationStore>();
        await PlaqueGuide.UntilAsync(() => Task.FromResult(store.Latest != before));
        return store.Latest!;
    }

    private async Task SpoilSoundAsync()
    {
        using var sound = await guide.CreateClient().GetAsync($"/api/v1/stops/{PlaqueGuide.FirstStop}/audio?lang=vi");
        var key = sound.Headers.ETag!.Tag.Trim('"').Split('-')[0];
        await File.WriteAllTextAsync(Directory.EnumerateFiles(guide.Data, key + ".opus", SearchOption.AllDirectories).Single(), new string(' ', 1_000_000));
    }
}
