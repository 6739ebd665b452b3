using System.Diagnostics;
using System.Net;

namespace HeritageGuide.Web.Tests;

[Collection("guide")]
public sealed class ScanTests(GuideFactory guide)
{
    [Fact]
    public async Task A_scan_leads_to_the_stop_in_the_visitors_language()
    {
        var stop = (await guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0];
        var code = stop.GetProperty("code").GetString()!;

        (await guide.ScanAsync(code, "en")).ShouldSatisfyAllConditions(
            r => r.StatusCode.ShouldBe(HttpStatusCode.SeeOther),
            r => r.Headers.Location!.ToString().ShouldBe($"/en/stops/{stop.GetProperty("slug").GetString()}"));
        (await guide.ScanAsync(code.ToLowerInvariant(), "ko,en;q=0.5")).Headers.Location!.ToString().ShouldStartWith("/ko/");
        (await guide.ScanAsync(code, "en", "?lang=vi")).Headers.Location!.ToString().ShouldStartWith("/vi/");
    }

    [Fact]
    public async Task An_unknown_code_is_a_page_with_a_search_box()
    {
        using var response = await guide.ScanAsync("ZZZZZ");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<form");
    }

    [Fact]
    public async Task The_stop_page_tells_its_story_without_a_script()
    {
        var slug = await FirstSlugAsync();

        var page = await guide.CreateClient().GetStringAsync($"/vi/stops/{slug}");

        page.ShouldContain("<html lang=\"vi\"");
        page.ShouldContain("<audio controls");
        page.ShouldContain("data-sentence=\"3\"");
        page.ShouldContain("Bản nháp do AI soạn");
        page.ShouldContain("Giọng tổng hợp");
    }

    [Fact]
    public async Task The_plaques_code_is_read_back_by_another_program()
    {
        var stop = (await guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0];
        var png = Path.GetTempFileName() + ".png";
        await File.WriteAllBytesAsync(png, await guide.CreateClient().GetByteArrayAsync($"/api/v1/stops/{stop.GetProperty("slug").GetString()}/qr.png"));
        try
        {
            using var zbar = Process.Start(new ProcessStartInfo("zbarimg", ["-q", "--raw", "--nodbus", png]) { RedirectStandardOutput = true })!;
            (await zbar.StandardOutput.ReadToEndAsync()).Trim().ShouldBe($"HTTPS://DISAN.EXAMPLE.VN/Q/{stop.GetProperty("code").GetString()}");
        }
        finally
        {
            File.Delete(png);
        }
    }

    [Fact]
    public async Task A_stop_speaks_with_exact_times_and_says_that_it_is_synthetic()
    {
        var stop = await guide.GetAsync($"/api/v1/stops/{await FirstSlugAsync()}?lang=vi");

        var times = stop.GetProperty("sentences").EnumerateArray().Select(s => (Start: s.GetProperty("startMs").GetInt32(), End: s.GetProperty("endMs").GetInt32())).ToList();
        times.Zip(times.Skip(1)).ShouldAllBe(p => p.First.End <= p.Second.Start);
        stop.GetProperty("audio").GetProperty("ai").GetBoolean().ShouldBeTrue();
        stop.GetProperty("audio").GetProperty("voice").GetString().ShouldBe("south");
    }

    [Fact]
    public async Task Audio_is_sent_in_ranges_and_only_once()
    {
        var client = guide.CreateClient();
        var path = $"/api/v1/stops/{await FirstSlugAsync()}/audio?lang=en";
        using var whole = await client.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();

        using var part = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new(100, 199) } };
        using var partial = await client.SendAsync(part);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        using var unchanged = await client.SendAsync(again);

        partial.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await partial.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[100..200]);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Khmer_has_a_text_and_no_voice()
    {
        using var audio = await guide.CreateClient().GetAsync($"/api/v1/stops/{await FirstSlugAsync()}/audio?lang=km");

        audio.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await audio.Content.ReadAsStringAsync()).ShouldContain("\"type\":\"no-voice\"");
        (await guide.GetAsync($"/api/v1/stops/{await FirstSlugAsync()}?lang=km")).GetProperty("lang").GetString().ShouldBe("km");
    }

    private async Task<string> FirstSlugAsync() => (await guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0].GetProperty("slug").GetString()!;
}
