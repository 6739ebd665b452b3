using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace HeritageGuide.Browser.Tests;

/// <summary>axe-core on every kind of page, and what it cannot see: targets under a thumb, narrow phones, the keyboard.</summary>
[Collection("visitor")]
public sealed class AccessibilityTests(Visitor visitor)
{
    public static TheoryData<string> Kinds => [.. Visitor.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_has_no_violation_by_day_or_by_night(string kind)
    {
        foreach (var lang in (string[])["vi", "ko"])
        {
            var page = await visitor.PageAsync();
            await visitor.OpenAsync(page, kind, lang);

            var byDay = await page.RunAxe(new AxeRunOptions { Rules = new() { ["target-size"] = new() { Enabled = true } } });
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            var byNight = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") });

            byDay.Violations.Concat(byNight.Violations).SelectMany(v => v.Nodes.Select(n => $"{lang} {v.Id}: {n.Html}")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_proof_and_the_listening_options_have_no_violation_when_open()
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "stop", "vi");

        await page.ClickAsync(".more summary");
        (await page.RunAxe()).Violations.ShouldBeEmpty();
        await page.Keyboard.PressAsync("Escape");
        await page.ClickAsync("sup.c a >> nth=0");
        (await page.RunAxe()).Violations.ShouldBeEmpty();
    }

    // Links within running text are excepted, as in WCAG 2.5.8: there the line sets the height. Their boxes are 24 px at least, which axe checks.
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')].filter(e => {
          const own = e.matches('input[type=checkbox], input[type=radio]') ? e.closest('label') ?? e : e;
          const box = own.getBoundingClientRect(), style = getComputedStyle(own);
          if (!e.checkVisibility({ checkVisibilityCSS: true }) || style.clipPath !== 'none' || box.right < 0 || box.width === 0) return false;
          if (own.matches('p a, sup a, q a, dd a, .src a, .proofs li > a, .sketch a')) return false;
          return box.height < 43.5 || (box.width < 43.5 && !own.matches('.plain a'));
        }).map(e => e.outerHTML.slice(0, 120))
        """;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_tapped_is_as_large_as_a_fingertip(string kind)
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, kind, "vi");

        (await page.EvaluateAsync<string[]>(SmallTargets)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_wider_than_a_small_phone(string kind)
    {
        foreach (var lang in (string[])["vi", "en", "fr", "km"])
        {
            var page = await visitor.PageAsync();
            await visitor.OpenAsync(page, kind, lang);

            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360, $"{kind} {lang}");
        }
    }

    [Fact]
    public async Task Very_large_letters_still_fit()
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "stop", "vi");
        await page.EvaluateAsync("localStorage.setItem('view:size', 'larger')");
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });

        (await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize")).ShouldBe("28px");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
    }

    [Fact]
    public async Task Who_asks_for_less_motion_gets_none()
    {
        var page = await visitor.PageAsync(motion: ReducedMotion.Reduce);
        await visitor.OpenAsync(page, "stop", "vi");

        (await page.EvaluateAsync<string[]>("[getComputedStyle(document.documentElement).scrollBehavior, ...new Set([...document.querySelectorAll('*')].map(e => getComputedStyle(e).transitionDuration).filter(Boolean))]"))
            .ShouldBe(["auto", "0s"]);
    }

    [Theory]
    [InlineData("vi", "Nghe", "Lùi 15 giây", "Tới 15 giây")]
    [InlineData("ko", "듣기", "15 초 뒤로", "15 초 앞으로")]
    public async Task A_screen_reader_names_what_it_meets(string lang, string play, string back, string ahead)
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "stop", lang);

        foreach (var name in (string[])[play, back, ahead])
        {
            (await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).CountAsync()).ShouldBe(1, name);
        }

        (await page.GetByRole(AriaRole.Main).CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Slider).GetAttributeAsync("aria-valuetext")).ShouldNotBeNull().ShouldContain("0:00");
    }
}
