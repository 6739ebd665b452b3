using HeritageGuide.Core.Guide;

namespace HeritageGuide.Core.Tests.Guide;

public sealed class NightlyTimeTests
{
    private static readonly TimeZoneInfo s_vietnam = TimeZoneInfo.CreateCustomTimeZone("ICT", TimeSpan.FromHours(7), "ICT", "ICT");

    [Theory]
    [InlineData("02:30", "2026-11-27T18:00:00Z", "2026-11-27T19:30:00Z")]
    [InlineData("02:30", "2026-11-27T19:30:00Z", "2026-11-28T19:30:00Z")]
    [InlineData("02:30Z", "2026-11-27T18:00:00Z", "2026-11-28T02:30:00Z")]
    public void The_next_night_is_found_by_the_clock_that_is_meant(string setting, string now, string next) =>
        NightlyTime.Parse(setting)!.Next(DateTimeOffset.Parse(now, null), s_vietnam).UtcDateTime.ShouldBe(DateTimeOffset.Parse(next, null).UtcDateTime);

    [Fact]
    public void A_time_that_the_clocks_skip_in_spring_is_taken_an_hour_later()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

        NightlyTime.Parse("02:30")!.Next(DateTimeOffset.Parse("2026-03-28T12:00:00Z", null), paris).UtcDateTime.ShouldBe(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("25:00")]
    [InlineData("half past two")]
    public void What_is_no_time_is_off(string? setting) => NightlyTime.Parse(setting).ShouldBeNull();
}
