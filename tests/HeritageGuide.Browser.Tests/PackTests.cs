namespace HeritageGuide.Browser.Tests;

/// <summary>A tour that was taken along, in flight mode.</summary>
[Collection("visitor")]
public sealed class PackTests(Visitor visitor)
{
    private const int MinutesToTake = 3;

    [Fact]
    public async Task A_stop_of_a_kept_tour_speaks_and_lights_its_sentences_without_a_network()
    {
        var page = await visitor.PageAsync();
        await page.GotoAsync("/vi/tours/vi-ngon-hau-giang", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var stop = await page.Locator("ol.tour a").First.GetAttributeAsync("href");
        await page.ClickAsync("[data-take]");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-take]').hidden", null, new() { Timeout = (float)TimeSpan.FromMinutes(MinutesToTake).TotalMilliseconds });

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(stop!);
        await page.ClickAsync("[data-do=play]");

        await page.WaitForSelectorAsync("[data-sentence].on");
        (await page.EvaluateAsync<double>("document.querySelector('audio').currentTime")).ShouldBeGreaterThanOrEqualTo(0);
    }
}
