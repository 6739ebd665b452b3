using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Tests.Guide;

public sealed class PlaqueRegisterTests
{
    private static readonly Stop[] s_stops = [A("gate", "7KQ4M"), A("gun", "8GHNN")];

    [Fact]
    public void Every_stop_has_its_plaque_even_before_anything_is_recorded()
    {
        var plaque = new PlaqueRegister(s_stops, []).Find("7KQ4M")!;

        plaque.ShouldSatisfyAllConditions(p => p.Stop.ShouldBe("gate"), p => p.State.ShouldBe(PlaqueState.Active), p => p.Installed.ShouldBeNull());
    }

    [Fact]
    public void The_lines_of_the_register_make_the_plaque_and_are_kept_as_its_history()
    {
        var register = new PlaqueRegister(s_stops,
        [
            On(1, PlaqueChange.Install, place: "Cổng chính, trụ bên phải"), On(20, PlaqueChange.Check), On(21, PlaqueChange.Point, "gun"), On(25, PlaqueChange.Retire, "gate", note: "Cổng được xây lại"),
        ]);

        register.Find("7KQ4M")!.ShouldSatisfyAllConditions(
            p => p.Place.ShouldBe("Cổng chính, trụ bên phải"), p => p.Installed.ShouldBe(Day(1)), p => p.Checked.ShouldBe(Day(20)), p => p.Stop.ShouldBe("gun"),
            p => p.State.ShouldBe(PlaqueState.Retired), p => p.To.ShouldBe("gate"), p => p.Why.ShouldBe("Cổng được xây lại"), p => p.History.Count.ShouldBe(4));
    }

    [Fact]
    public void A_restored_plaque_leads_where_it_led_before()
    {
        var plaque = new PlaqueRegister(s_stops, [On(1, PlaqueChange.Point, "gun"), On(2, PlaqueChange.Retire, note: "Gỡ nhầm"), On(3, PlaqueChange.Restore)]).Find("7KQ4M")!;

        plaque.ShouldSatisfyAllConditions(p => p.State.ShouldBe(PlaqueState.Active), p => p.Stop.ShouldBe("gun"), p => p.Retired.ShouldBeNull(), p => p.To.ShouldBeNull());
    }

    [Fact]
    public void A_retired_code_is_never_reused()
    {
        var register = new PlaqueRegister(s_stops, [On(1, PlaqueChange.Retire, note: "Hỏng")]);

        register.FaultOf(On(2, PlaqueChange.Install, "gun", place: "Chỗ khác"))!.ShouldContain("never reused");
        register.FaultOf(On(2, PlaqueChange.Retire))!.ShouldContain("restore it first");
        new PlaqueRegister(s_stops, [On(1, PlaqueChange.Retire, note: "Hỏng"), On(2, PlaqueChange.Install, place: "Chỗ khác")]).Find("7KQ4M")!.Place.ShouldBeNull();
    }

    [Fact]
    public void A_second_plaque_of_a_stop_has_a_code_of_its_own()
    {
        var second = new PlaqueEntry("ABCDE", Day(1), PlaqueChange.Install, "gate", "Bến ghe", null, null);

        new PlaqueRegister(s_stops, [second]).Find("ABCDE")!.Stop.ShouldBe("gate");
        new PlaqueRegister(s_stops, []).FaultOf(second with { Stop = null })!.ShouldContain("name its stop");
        new PlaqueRegister(s_stops, []).FaultOf(second with { Code = "8GHNN" })!.ShouldContain("is the code of a stop");
    }

    private static PlaqueEntry On(int day, PlaqueChange change, string? stop = null, string? place = null, string? note = null) => new("7KQ4M", Day(day), change, stop, place, null, note);

    private static DateOnly Day(int day) => new(2026, 11, day);

    private static Stop A(string slug, string code) => new() { Slug = slug, Code = code, Dossier = "tam-vu", Title = Localized.Of(slug, slug) };
}
