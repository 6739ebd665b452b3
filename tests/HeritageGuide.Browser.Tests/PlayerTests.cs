namespace HeritageGuide.Browser.Tests;

/// <summary>The stop's player, as a thumb, a keyboard and a lock screen use it.</summary>
[Collection("visitor")]
public sealed class PlayerTests(Visitor visitor)
{
    private const string Playing = "() => { const a = document.querySelector('audio'); return !a.paused && a.currentTime > 0.1; }";

    [Fact]
    public async Task Play_lights_the_sentence_that_is_said_and_pause_stops()
    {
        var page = await OpenAsync();

        await page.ClickAsync("[data-do=play]");
        await page.WaitForFunctionAsync(Playing);
        await page.WaitForSelectorAsync("[data-sentence='0'].on");
        (await page.GetAttributeAsync("[data-do=play]", "aria-label")).ShouldBe("Tạm dừng");
        await page.ClickAsync("[data-do=play]");

        (await page.EvaluateAsync<bool>("document.querySelector('audio').paused")).ShouldBeTrue();
        (await page.GetAttributeAsync("[data-do=play]", "aria-label")).ShouldBe("Nghe");
    }

    [Fact]
    public async Task A_tapped_sentence_is_heard_and_fifteen_seconds_go_either_way()
    {
        var page = await OpenAsync();

        await page.ClickAsync("[data-sentence='4']", new() { Position = new() { X = 20, Y = 12 } });
        await page.WaitForFunctionAsync(Playing);
        await page.WaitForSelectorAsync("[data-sentence='4'].on");
        await page.ClickAsync("[data-do=play]");
        var at = await TimeAsync(page);
        await page.ClickAsync("[data-do=ahead]");
        (await TimeAsync(page)).ShouldBe(at + 15, 0.3);
        await page.ClickAsync("[data-do=back]");
        (await TimeAsync(page)).ShouldBe(at, 0.3);
    }

    [Fact]
    public async Task The_keyboard_reaches_play_and_every_sentence()
    {
        var page = await OpenAsync();

        await TabToAsync(page, "document.activeElement.dataset.do === 'play'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync(Playing);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "document.activeElement.matches('[data-sentence=\"2\"] .hear')");
        (await page.EvaluateAsync<string>("document.activeElement.ariaLabel")).ShouldBe("Nghe từ câu 3");
        (await page.EvaluateAsync<float>("document.activeElement.getBoundingClientRect().width")).ShouldBe(44);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-sentence='2'].on");
    }

    [Fact]
    public async Task A_sentence_is_said_again_slowly_and_then_the_player_waits()
    {
        var page = await OpenAsync();
        await page.ClickAsync("[data-sentence='1']", new() { Position = new() { X = 20, Y = 12 } });
        await page.WaitForFunctionAsync(Playing);

        await page.ClickAsync(".more summary");
        await page.ClickAsync("[data-do=slowly]");
        (await page.EvaluateAsync<double>("document.querySelector('audio').playbackRate")).ShouldBe(0.75);
        await page.WaitForFunctionAsync("() => document.querySelector('audio').paused", null, new() { Timeout = 60_000 });

        (await page.EvaluateAsync<double>("document.querySelector('audio').playbackRate")).ShouldBe(1);
        (await page.Locator("[data-sentence='1'].on, [data-sentence='2'].on").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Speed_voice_and_place_are_kept_when_the_page_is_opened_again()
    {
        var page = await OpenAsync();
        await page.ClickAsync(".more summary");
        (await page.Locator("[data-do=speed] option").AllInnerTextsAsync()).ShouldBe(["0,75×", "1×", "1,25×", "1,5×"]);
        (await page.Locator("[data-do=voice] option").AllInnerTextsAsync()).ShouldBe(["giọng Nam", "giọng Bắc", "giọng Trung"], ignoreOrder: true);
        await page.SelectOptionAsync("[data-do=voice]", "north");
        await page.WaitForFunctionAsync(Playing);
        (await page.EvaluateAsync<string>("document.querySelector('audio').currentSrc")).ShouldContain("voice=north");
        await page.SelectOptionAsync("[data-do=speed]", "1.5");
        await page.WaitForFunctionAsync("() => document.querySelector('audio').currentTime > 2");
        await page.ClickAsync("[data-do=play]");
        var at = await TimeAsync(page);

        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        (await page.InputValueAsync("[data-do=voice]")).ShouldBe("north");
        await page.ClickAsync("[data-do=play]");
        await page.WaitForFunctionAsync(Playing);

        (await TimeAsync(page)).ShouldBeGreaterThanOrEqualTo(at - 0.5);
        (await page.EvaluateAsync<double>("document.querySelector('audio').playbackRate")).ShouldBe(1.5);
    }

    [Fact]
    public async Task The_lock_screen_shows_the_stop_and_steers_it()
    {
        var page = await visitor.PageAsync();
        await page.AddInitScriptAsync("window.acts = {}; const set = MediaSession.prototype.setActionHandler; MediaSession.prototype.setActionHandler = function (name, act) { window.acts[name] = act; return set.call(this, name, act); };");
        await visitor.OpenAsync(page, "stop", "vi");

        (await page.EvaluateAsync<string>("navigator.mediaSession.metadata.album")).ShouldContain("Tầm Vu");
        (await page.EvaluateAsync<string[]>("Object.keys(window.acts)")).ShouldBe(["play", "pause", "seekbackward", "seekforward", "previoustrack", "nexttrack", "seekto"], ignoreOrder: true);
        await page.EvaluateAsync("window.acts.play()");
        await page.WaitForFunctionAsync(Playing);
        await page.EvaluateAsync("window.acts.nexttrack()");
        await page.WaitForSelectorAsync("[data-sentence='1'].on");
        await page.EvaluateAsync("window.acts.pause()");
        (await page.EvaluateAsync<bool>("document.querySelector('audio').paused")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_network_is_said_with_what_to_do()
    {
        var page = await OpenAsync();
        await page.Context.SetOfflineAsync(true);

        // Sound is fetched in a process of its own: emulating a lost network alone once left the test waiting.
        await page.RouteAsync("**/*", route => route.AbortAsync("internetdisconnected"));

        await page.ClickAsync("[data-do=play]");

        await page.WaitForFunctionAsync("() => document.querySelector('.player [role=status]').textContent.includes('Hãy kiểm tra mạng')");
    }

    [Fact]
    public async Task A_proof_opens_over_the_page_and_gives_the_place_back()
    {
        var page = await OpenAsync();
        var number = page.Locator("sup.c a >> nth=1");
        await number.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var sheet = page.GetByRole(AriaRole.Dialog);
        (await sheet.GetAttributeAsync("aria-label")).ShouldNotBeNull().ShouldContain("2");
        (await sheet.Locator(".src li").CountAsync()).ShouldBeGreaterThan(0);
        await page.Keyboard.PressAsync("Escape");

        (await sheet.CountAsync()).ShouldBe(0);
        (await number.EvaluateAsync<bool>("e => e === document.activeElement")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_stop_leads_on_to_a_longer_version_a_question_and_the_next_stop()
    {
        var page = await OpenAsync();

        (await page.Locator(".next .note").InnerTextAsync()).ShouldMatch(@"\d+ (m|km) · hướng ");
        (await page.Locator("aside form button[name=question]").CountAsync()).ShouldBeGreaterThan(1);
        await page.ClickAsync("a[href='?version=long']");
        (await page.Locator("a[href='?version=short']").CountAsync()).ShouldBe(1);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "stop", "vi");
        return page;
    }

    private static Task<double> TimeAsync(IPage page) => page.EvaluateAsync<double>("document.querySelector('audio').currentTime");

    private static async Task TabToAsync(IPage page, string reached)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(reached))
            {
                return;
            }
        }

        throw new ShouldAssertException($"Sixty tabs never reached {reached}.");
    }
}
