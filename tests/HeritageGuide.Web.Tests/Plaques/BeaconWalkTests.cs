using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeritageGuide.Web.Tests.Plaques;

[Collection("plaques")]
public sealed class BeaconWalkTests(PlaqueGuide guide)
{
    [Fact]
    public async Task With_times_a_stop_is_entered_only_after_standing_there()
    {
        (await ResolveAsync(Heard(PlaqueGuide.FirstBeacon, -60, 0, 500), null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var here = await (await ResolveAsync(Heard(PlaqueGuide.FirstBeacon, -60, 0, 4_000), null)).Content.ReadFromJsonAsync<JsonElement>();
        here.GetProperty("slug").GetString().ShouldBe(PlaqueGuide.FirstStop);
        here.GetProperty("beacon").GetString().ShouldBe(PlaqueGuide.FirstBeacon);
    }

    [Fact]
    public async Task A_louder_neighbour_takes_over_only_when_it_stays_louder()
    {
        var glance = Heard(PlaqueGuide.FirstBeacon, -70, 0, 6_000).Concat(Heard(PlaqueGuide.SecondBeacon, -60, 4_500, 6_000)).ToArray();
        var move = Heard(PlaqueGuide.FirstBeacon, -80, 0, 6_000).Concat(Heard(PlaqueGuide.SecondBeacon, -60, 0, 6_000)).ToArray();

        (await SlugAsync(glance, PlaqueGuide.FirstBeacon)).ShouldBe(PlaqueGuide.FirstStop);
        (await SlugAsync(move, PlaqueGuide.FirstBeacon)).ShouldBe(PlaqueGuide.SecondStop);
    }

    [Fact]
    public async Task Ten_seconds_of_silence_are_a_leaving()
    {
        var last = Heard(PlaqueGuide.FirstBeacon, -70, 0, 1_000);

        (await ResolveAsync(last, PlaqueGuide.FirstBeacon, 4_000)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ResolveAsync([.. last, .. Heard("ibeacon/f7826da6-4fa2-4e98-8024-bc5b71e0893e/9/9", -90, 1_500, 12_000)], PlaqueGuide.FirstBeacon, 12_000)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task A_senseless_clock_is_no_crash(long ms) =>
        ((int)(await ResolveAsync([new { id = PlaqueGuide.FirstBeacon, rssi = -60, ms }], null)).StatusCode).ShouldBeLessThan(500);

    private static object[] Heard(string id, int rssi, int from, int to) => [.. Enumerable.Range(0, (to - from) / 500 + 1).Select(i => (object)new { id, rssi, ms = from + i * 500L })];

    private async Task<string?> SlugAsync(object[] sightings, string current) =>
        (await (await ResolveAsync(sightings, current)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("slug").GetString();

    private Task<HttpResponseMessage> ResolveAsync(object[] sightings, string? current, long? ms = null) =>
        guide.CreateClient().PostAsJsonAsync("/api/v1/beacons/resolve", new { sightings, lang = "vi", current, ms });
}
