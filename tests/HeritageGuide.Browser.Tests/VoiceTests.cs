namespace HeritageGuide.Browser.Tests;

/// <summary>A question that is spoken, to a stand-in for the browser's speech recognition.</summary>
[Collection("visitor")]
public sealed class VoiceTests(Visitor visitor)
{
    private const string Recognition = """
        window.webkitSpeechRecognition = window.SpeechRecognition = class extends EventTarget {
          start() {
            window.spokenIn = this.lang;
            setTimeout(() => {
              if (window.fault) this.dispatchEvent(Object.assign(new Event('error'), { error: window.fault }));
              else this.dispatchEvent(Object.assign(new Event('result'), { results: [[{ transcript: 'Trận Tầm Vu ở đâu' }]] }));
              this.dispatchEvent(new Event('end'));
            }, 50);
          }
          stop() {}
        };
        """;

    [Fact]
    public async Task What_is_said_is_written_to_be_read_before_it_is_sent()
    {
        var page = await OpenAsync(Recognition);
        (await page.InnerTextAsync("#voice-note")).ShouldContain("có thể gửi giọng nói của bạn");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hỏi bằng giọng nói" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#question').value === 'Trận Tầm Vu ở đâu'");

        (await page.EvaluateAsync<string>("window.spokenIn")).ShouldBe("vi");
        page.Url.ShouldEndWith("/vi/ask");
    }

    [Fact]
    public async Task A_microphone_that_is_denied_is_said_with_the_way_round()
    {
        var page = await OpenAsync(Recognition + "window.fault = 'not-allowed';");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hỏi bằng giọng nói" }).ClickAsync();

        await page.WaitForFunctionAsync("() => document.querySelector('#voice-note').textContent.includes('gõ câu hỏi')");
    }

    [Fact]
    public async Task Where_the_browser_cannot_hear_no_button_is_shown()
    {
        var page = await OpenAsync("window.SpeechRecognition = window.webkitSpeechRecognition = undefined;");

        (await page.GetByRole(AriaRole.Button, new() { Name = "Hỏi bằng giọng nói" }).CountAsync()).ShouldBe(0);
        (await page.Locator("#voice-note").IsVisibleAsync()).ShouldBeFalse();
    }

    private async Task<IPage> OpenAsync(string before)
    {
        var page = await visitor.PageAsync();
        await page.AddInitScriptAsync(before);
        await visitor.OpenAsync(page, "ask", "vi");
        return page;
    }
}
