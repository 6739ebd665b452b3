using System.Globalization;
using HeritageGuide.Core.Guide;

namespace HeritageGuide.Core.Tests.Guide;

/// <summary>Presence on simulated walks (walks/simulate.py): three beacons twelve metres apart.</summary>
public sealed class BeaconPresenceTests
{
    private static readonly BeaconId s_gate = Id(1);
    private static readonly BeaconId s_relief = Id(2);
    private static readonly BeaconId s_gun = Id(3);

    [Fact]
    public void A_visit_enters_each_stop_once_and_leaves_the_last()
    {
        var changes = Walk("visit");

        changes.Select(c => c.Here).ShouldBe([s_gate, s_relief, s_gun, null]);
        changes[0].Second.ShouldBeLessThanOrEqualTo(5);
        changes[1].Second.ShouldBeInRange(34, 46);
        changes[2].Second.ShouldBeInRange(76, 88);
        changes[3].Second.ShouldBeGreaterThan(118);
    }

    [Fact]
    public void The_loudest_reading_alone_would_have_jumped_to_and_fro()
    {
        // What the presence is for: without it the same walk names another stop far more often.
        var loudest = Read("visit").Select(m => m.Heard.Count == 0 ? (BeaconId?)null : m.Heard.MaxBy(h => h.Rssi).Id).ToList();

        loudest.Zip(loudest.Skip(1)).Count(p => p.First != p.Second).ShouldBeGreaterThan(8);
    }

    [Fact]
    public void On_a_bench_between_two_beacons_nobody_is_sent_to_and_fro() => Walk("between").Count.ShouldBeLessThanOrEqualTo(2);

    [Fact]
    public void A_body_in_the_way_for_five_seconds_is_no_leaving()
    {
        var changes = Walk("turned-away");

        changes.Select(c => c.Here).ShouldBe([s_relief, null]);
        // The recording ends at 60 seconds: only then does the silence begin.
        changes[1].Second.ShouldBeGreaterThan(60);
    }

    [Fact]
    public void A_motorbike_that_passes_enters_nothing() => Walk("passing-by").ShouldBeEmpty();

    [Fact]
    public void Silence_ends_a_visit_only_after_its_time()
    {
        var presence = new BeaconPresence(new BeaconRules(), _ => true, s_gun);

        presence.Hear(TimeSpan.Zero, [(s_gun, -60)]).ShouldBe(s_gun);
        presence.Hear(TimeSpan.FromSeconds(8), []).ShouldBe(s_gun);
        presence.Hear(TimeSpan.FromSeconds(13.9), []).ShouldBe(s_gun);
        presence.Hear(TimeSpan.FromSeconds(14), []).ShouldBeNull();
    }

    [Fact]
    public void A_strangers_beacon_is_not_heard() =>
        new BeaconPresence(new BeaconRules { EnterAfter = TimeSpan.Zero }, id => id != s_gate).Hear(TimeSpan.Zero, [(s_gate, -30)]).ShouldBeNull();

    private static List<(double Second, BeaconId? Here)> Walk(string name)
    {
        var presence = new BeaconPresence(new BeaconRules(), _ => true);
        var changes = new List<(double, BeaconId?)>();
        BeaconId? before = null;
        foreach (var (at, heard) in Read(name))
        {
            var here = presence.Hear(at, heard);
            if (here != before)
            {
                changes.Add((at.TotalSeconds, here));
                before = here;
            }
        }

        return changes;
    }

    /// <summary>The walk's moments, twice a second to its end, silent ones too.</summary>
    private static IEnumerable<(TimeSpan At, List<(BeaconId Id, int Rssi)> Heard)> Read(string name)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Guide", "walks", name + ".csv")).Where(l => l[0] != '#').Select(l => l.Split(','))
            .Select(c => (Ms: int.Parse(c[0], CultureInfo.InvariantCulture), Id: c[1] switch { "gate" => s_gate, "relief" => s_relief, _ => s_gun }, Rssi: int.Parse(c[2], CultureInfo.InvariantCulture)))
            .ToLookup(l => l.Ms);
        for (var ms = 0; ms <= lines.Max(l => l.Key) + 10_000; ms += 500)
        {
            yield return (TimeSpan.FromMilliseconds(ms), [.. lines[ms].Select(l => (l.Id, l.Rssi))]);
        }
    }

    private static BeaconId Id(int minor) => BeaconId.IBeacon("f7826da6-4fa2-4e98-8024-bc5b71e0893e", "1", minor.ToString(CultureInfo.InvariantCulture))!.Value;
}
