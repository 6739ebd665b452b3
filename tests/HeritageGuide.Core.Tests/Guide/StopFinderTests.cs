using HeritageGuide.Core.Guide;

namespace HeritageGuide.Core.Tests.Guide;

public sealed class StopFinderTests
{
    private static readonly BeaconId s_gate = BeaconId.IBeacon("f7826da6-4fa2-4e98-8024-bc5b71e0893e", "1", "1")!.Value;
    private static readonly BeaconId s_gun = BeaconId.IBeacon("f7826da6-4fa2-4e98-8024-bc5b71e0893e", "1", "2")!.Value;

    [Fact]
    public void One_degree_of_latitude_is_about_111_kilometres() =>
        StopFinder.Metres(9, 105, 10, 105).ShouldBe(111_195, 50);

    [Fact]
    public void The_loudest_known_beacon_is_the_nearest() =>
        StopFinder.Nearest([(s_gate, -80), (s_gun, -60)], null, _ => true).ShouldBe(s_gun);

    [Fact]
    public void A_visitor_between_two_beacons_is_not_sent_to_and_fro()
    {
        // A recorded walk from the gate to the gun: strengths in dBm, one line a second.
        (int Gate, int Gun)[] walk = [(-60, -85), (-66, -78), (-70, -72), (-72, -70), (-71, -71), (-73, -69), (-80, -66), (-84, -62)];
        BeaconId? current = null;
        var changes = 0;

        foreach (var (gate, gun) in walk)
        {
            var next = StopFinder.Nearest([(s_gate, gate), (s_gun, gun)], current, _ => true);
            changes += current is not null && next != current ? 1 : 0;
            current = next;
        }

        changes.ShouldBe(1);
        current.ShouldBe(s_gun);
    }

    [Fact]
    public void Unknown_beacons_lead_nowhere() => StopFinder.Nearest([(s_gate, -40)], null, _ => false).ShouldBeNull();

    [Theory]
    [InlineData("not-a-uuid", "1", "2")]
    [InlineData("f7826da6-4fa2-4e98-8024-bc5b71e0893e", "70000", "2")]
    [InlineData("f7826da6-4fa2-4e98-8024-bc5b71e0893e", "-1", "2")]
    public void A_malformed_beacon_is_no_beacon(string uuid, string major, string minor) => BeaconId.IBeacon(uuid, major, minor).ShouldBeNull();
}
