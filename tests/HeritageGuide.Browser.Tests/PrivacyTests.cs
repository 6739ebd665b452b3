namespace HeritageGuide.Browser.Tests;

/// <summary>What is promised on the privacy page, watched on the network.</summary>
[Collection("visitor")]
public sealed class PrivacyTests(Visitor visitor)
{
    public static TheoryData<string> Kinds => [.. Visitor.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_asks_nobody_else_breaks_no_policy_and_sets_no_cookie(string kind)
    {
        var page = await visitor.PageAsync();
        var (elsewhere, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(visitor.Guide.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            // Chromium itself reports the 404 that is asked for here.
            if (message.Type is "error" or "warning" && !(kind == "missing" && message.Text.Contains("404", StringComparison.Ordinal)))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);

        var response = await visitor.OpenAsync(page, kind, "vi");

        elsewhere.ShouldBeEmpty();
        complaints.ShouldBeEmpty();
        (await page.Context.CookiesAsync()).ShouldBeEmpty();
        (await response!.HeaderValueAsync("content-security-policy")).ShouldNotBeNull().ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task The_only_cookie_is_the_language_that_was_chosen()
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "stop", "vi");

        await page.ClickAsync(".menu summary");
        await page.ClickAsync(".menu a[lang=ko]");
        await page.WaitForURLAsync("**/ko/stops/**");

        (await page.Context.CookiesAsync()).Select(c => (c.Name, c.Value)).ShouldBe([("lang", "ko")]);
    }
}
