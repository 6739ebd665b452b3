using System.Net;
using HeritageGuide.Adapters.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace HeritageGuide.Web.Tests.Plaques;

[Collection("plaques")]
public sealed class ScanCountTests(PlaqueGuide guide)
{
    [Fact]
    public async Task Scans_are_counted_by_plaque_day_and_channel_and_machines_are_not()
    {
        await guide.RecordAsync($"CN79X\t2026-11-01\tinstall\t{PlaqueGuide.FirstStop}\tQuầy vé");
        using var phone = guide.Phone();
        await PlaqueGuide.UntilAsync(async () => (await phone.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/q/CN79X"))).StatusCode == HttpStatusCode.SeeOther);
        using var bot = guide.Phone("Mozilla/5.0 (compatible; Googlebot/2.1)");
        using var nameless = guide.Phone("");
        using var ahead = new HttpRequestMessage(HttpMethod.Get, "/Q/CN79X") { Headers = { { "Sec-Purpose", "prefetch" } } };

        await phone.GetAsync("/Q/CN79X");
        await phone.GetAsync("/Q/CN79X");
        await phone.GetAsync("/q/CN79X?via=nfc");
        await phone.GetAsync("/q/cn79x");
        await bot.GetAsync("/Q/CN79X");
        await nameless.GetAsync("/Q/CN79X");
        await phone.SendAsync(ahead);

        var today = guide.Clock.GetLocalNow().ToString("yyyy-MM-dd", null);
        var counts = (await guide.CurateAsync($"scans?from={today}&to={today}")).GetProperty("items").EnumerateArray().Where(c => c.GetProperty("code").GetString() == "CN79X").ToList();
        counts.Select(c => (c.GetProperty("channel").GetString(), c.GetProperty("count").GetInt32())).ShouldBe([("nfc", 1), ("qr", 2), ("typed", 1)]);
        counts[0].EnumerateObject().Select(p => p.Name).ShouldBe(["code", "day", "channel", "count"]);
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-11-02&to=2026-11-01")]
    public async Task Days_that_are_none_are_refused(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/curation/scans" + query);
        request.Headers.Add("X-Curation-Key", GuideFactory.CurationKey);

        (await guide.CreateClient().SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_plaque_silent_against_its_own_habit_is_flagged()
    {
        // Forty days of scans that ended twelve days ago, written as the guide writes them.
        var past = new FakeTimeProvider(guide.Clock.GetUtcNow().AddDays(-52));
        var log = new ScanLog(Path.Combine(guide.Data, "scans.db"), past);
        for (var day = 0; day < 40; day++)
        {
            log.Add(PlaqueGuide.SecondCode, "qr");
            past.Advance(TimeSpan.FromDays(1));
        }

        var plaques = (await guide.CurateAsync("plaques")).GetProperty("items").EnumerateArray().ToList();
        var silent = plaques.Single(p => p.GetProperty("code").GetString() == PlaqueGuide.SecondCode).GetProperty("scans");

        silent.GetProperty("silent").GetBoolean().ShouldBeTrue();
        silent.GetProperty("silentDays").GetInt32().ShouldBe(12);
        plaques.Count(p => p.GetProperty("scans").GetProperty("silent").GetBoolean()).ShouldBe(1);
    }

    [Fact]
    public void Old_counts_are_forgotten()
    {
        var path = Path.Combine(guide.Data, "old-scans.db");
        new ScanLog(path, new FakeTimeProvider(guide.Clock.GetUtcNow().AddDays(-ScanLog.KeptDays - 1))).Add("7KQ4M", "qr");
        var log = new ScanLog(path, guide.Clock);
        log.Add("7KQ4M", "qr");

        log.Purge().ShouldBe(1);
        log.List(DateOnly.MinValue, DateOnly.MaxValue, 0, 10).Total.ShouldBe(1);
    }
}
