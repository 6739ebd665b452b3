using HeritageGuide.Core.Guide;

namespace HeritageGuide.Core.Tests.Guide;

public sealed class ScanHabitTests
{
    private static readonly DateOnly s_start = new(2026, 9, 7);

    [Fact]
    public void A_plaque_scanned_every_day_is_missed_after_a_week_and_not_before()
    {
        var daily = Every(1, 56, scans: 12);

        // e^-6 is 0.0025, e^-7 is 0.0009.
        Habit(daily, silence: 6).Silent.ShouldBeFalse();
        Habit(daily, silence: 7).ShouldSatisfyAllConditions(h => h.Silent.ShouldBeTrue(), h => h.SilentDays.ShouldBe(7), h => h.Chance!.Value.ShouldBe(Math.Exp(-7), 1e-9));
    }

    [Fact]
    public void A_plaque_scanned_once_a_week_may_be_silent_for_a_month()
    {
        var weekly = Every(7, 56, scans: 40);

        Habit(weekly, silence: 30).Silent.ShouldBeFalse();
        Habit(weekly, silence: 60).Silent.ShouldBeTrue();
    }

    [Fact]
    public void A_school_class_is_one_day_however_often_it_scans() =>
        Habit(Every(7, 56, scans: 400), silence: 20).Chance.ShouldBe(Habit(Every(7, 56, scans: 1), silence: 20).Chance);

    [Fact]
    public void A_silence_no_longer_than_an_earlier_one_is_no_news()
    {
        // Daily, with two weeks of flood in the middle.
        var flooded = Every(1, 56, 3).Where(d => d.Key < s_start.AddDays(20) || d.Key >= s_start.AddDays(34)).ToDictionary();

        Habit(flooded, silence: 13).ShouldSatisfyAllConditions(h => h.Chance!.Value.ShouldBeLessThan(ScanHabit.Unlikely), h => h.LongestGap.ShouldBe(14), h => h.Silent.ShouldBeFalse());
        Habit(flooded, silence: 15).Silent.ShouldBeTrue();
    }

    [Fact]
    public void Too_little_is_known_of_a_new_or_hardly_scanned_plaque()
    {
        Habit(Every(1, 10, 5), silence: 200).ShouldSatisfyAllConditions(h => h.Chance.ShouldBeNull(), h => h.Silent.ShouldBeFalse());
        Habit(Every(14, 56, 5), silence: 200).Chance.ShouldBeNull();
        ScanHabit.Of(new Dictionary<DateOnly, int>(), s_start).Silent.ShouldBeFalse();
    }

    [Fact]
    public void Today_is_not_over_and_counts_for_no_silence() => Habit(Every(1, 56, 5), silence: 0).SilentDays.ShouldBe(0);

    [Fact]
    public void A_habit_by_chance_alone_is_seldom_flagged()
    {
        // Two hundred plaques whose days are drawn independently, each followed for a year: how many silences are called out though nothing is wrong?
        var chance = new Random(20261127);
        var flagged = 0;
        for (var plaque = 0; plaque < 200; plaque++)
        {
            var rate = 0.15 + chance.NextDouble() * 0.8;
            var days = new Dictionary<DateOnly, int>();
            for (var day = 0; day < 365; day++)
            {
                var today = s_start.AddDays(day);
                flagged += day > 56 && ScanHabit.Of(days, today).Silent && !ScanHabit.Of(days, today.AddDays(-1)).Silent ? 1 : 0;
                if (chance.NextDouble() < rate)
                {
                    days[today] = 1;
                }
            }
        }

        // 200 plaques × 309 days are 169 years of one plaque: less than one wrong call in eight years.
        flagged.ShouldBeLessThan(20);
    }

    private static ScanHabit Habit(Dictionary<DateOnly, int> counts, int silence) => ScanHabit.Of(counts, counts.Keys.Max().AddDays(silence + 1));

    private static Dictionary<DateOnly, int> Every(int days, int of, int scans) =>
        Enumerable.Range(0, of).Where(d => d % days == 0).ToDictionary(d => s_start.AddDays(d), _ => scans);
}
