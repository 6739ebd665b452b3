namespace HeritageGuide.Browser.Tests;

/// <summary>A teacher makes a lesson on a phone.</summary>
[Collection("visitor")]
public sealed class LessonTests(Visitor visitor)
{
    [Fact]
    public async Task The_form_leads_to_the_lesson_and_can_be_used_again()
    {
        var page = await visitor.PageAsync();
        await page.GotoAsync("/vi/lessons?dossier=tam-vu", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.ClickAsync("form[data-make] button.main");
        await page.WaitForURLAsync("**/vi/lessons/*");
        (await page.Locator("#quiz").CountAsync()).ShouldBe(1);

        await page.GoBackAsync();
        (await page.IsEnabledAsync("form[data-make] button.main")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_is_said_by_the_page()
    {
        var page = await visitor.PageAsync();
        await page.GotoAsync("/vi/lessons", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.FillAsync("#topic", "cách sửa xích xe đạp");
        await page.ClickAsync("form[data-make] button.main");

        await page.WaitForSelectorAsync("[role=alert]");
    }
}
