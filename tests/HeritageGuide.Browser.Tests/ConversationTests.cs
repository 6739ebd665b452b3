namespace HeritageGuide.Browser.Tests;

/// <summary>A conversation on the page of questions: answered in place, kept in the tab, forgotten on request.</summary>
[Collection("visitor")]
public sealed class ConversationTests(Visitor visitor)
{
    private const string First = "Trận Tầm Vu lần thứ tư diễn ra khi nào?";

    [Fact]
    public async Task An_answer_comes_without_leaving_the_page_and_its_numbers_open_their_proof()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("window.stayed = true");

        await AskAsync(page, First);

        (await page.InnerTextAsync("[data-ask] > .a")).ShouldContain("19");
        (await page.EvaluateAsync<bool>("window.stayed")).ShouldBeTrue();
        await page.Locator("[data-ask] > .a sup a").First.ClickAsync();
        (await page.InnerTextAsync("dialog.sheet")).ShouldContain("19/4/1948");
    }

    [Fact]
    public async Task What_was_said_before_is_kept_in_the_tab_until_it_is_forgotten()
    {
        var page = await OpenAsync();
        await AskAsync(page, First);
        await AskAsync(page, "Ai chỉ huy trận đó?");
        (await page.Locator(".earlier .q").CountAsync()).ShouldBe(1);

        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForSelectorAsync(".earlier");

        (await page.Locator(".earlier .q").CountAsync()).ShouldBe(2);
        (await page.Locator("form.ask [name=conversation]").CountAsync()).ShouldBe(1);
        await page.ClickAsync(".earlier > summary");
        await page.ClickAsync(".earlier > button");
        (await page.Locator(".earlier, form.ask [name=conversation]").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<int>("sessionStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task Two_dossiers_are_compared_side_by_side()
    {
        var page = await OpenAsync();

        await AskAsync(page, "So sánh trận Tầm Vu và chiến thắng Chương Thiện");

        (await page.Locator("[data-ask] > .a > .two > .ver").CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_question_in_the_address_is_answered_on_the_page()
    {
        var page = await visitor.PageAsync();

        await page.GotoAsync("/vi/ask?question=" + Uri.EscapeDataString("Ai chỉ huy trận Tầm Vu thứ hai?"));

        (await page.InnerTextAsync("[data-ask] > .a")).ShouldContain("Ngô Hồng Giỏi");
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "ask", "vi");
        return page;
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.FillAsync("#question", question);
        await page.ClickAsync("form.ask .main");
        await page.WaitForFunctionAsync("q => document.querySelector('[data-ask] > .q')?.textContent === q && document.querySelector('[data-ask] > .a [data-answer]')", question);
    }
}
