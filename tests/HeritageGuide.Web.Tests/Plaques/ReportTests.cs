using System.Net;

namespace HeritageGuide.Web.Tests.Plaques;

[Collection("plaques")]
public sealed class ReportTests(PlaqueGuide guide)
{
    private const string Path = $"/vi/plaques/{PlaqueGuide.FirstCode}/report";

    [Fact]
    public async Task A_visitor_reports_a_plaque_without_a_script_and_a_curator_closes_it()
    {
        using var phone = guide.Phone(from: IPAddress.Parse("127.0.0.3"));
        (await phone.GetStringAsync($"/vi/stops/{PlaqueGuide.FirstStop}")).ShouldContain($"href=\"{Path}\"");
        (await phone.GetStringAsync(Path)).ShouldContain("<form class=\"card form\" method=\"post\"");

        using var sent = await SendAsync(phone, "broken", "Mặt biển bị <script>vỡ</script>, gọi 0912 345 678");
        using var again = await SendAsync(phone, "broken", "Mặt biển bị <script>vỡ</script>, gọi 0912 345 678");

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await phone.GetStringAsync(sent.Headers.Location)).ShouldContain("Cảm ơn bạn");
        var report = (await guide.CurateAsync("reports?open=true")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("kind").GetString() == "broken");
        report.GetProperty("times").GetInt32().ShouldBe(2);
        report.GetProperty("note").GetString().ShouldBe("Mặt biển bị <script>vỡ</script>, gọi …");
        report.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "code", "kind", "note", "times", "first", "last", "closed", "closing"]);

        var closed = await guide.CurateAsync($"reports/{report.GetProperty("id").GetInt64()}/close", HttpMethod.Post, new { note = "Đã thay biển" });
        closed.GetProperty("closed").GetString().ShouldBe("2026-11-27");
        (await guide.CurateAsync("reports?open=true")).GetProperty("items").EnumerateArray().ShouldNotContain(r => r.GetProperty("kind").GetString() == "broken");
        (await guide.CurateAsync("reports?open=false")).GetProperty("items")[0].GetProperty("closing").GetString().ShouldBe("Đã thay biển");
    }

    [Fact]
    public async Task A_report_that_says_nothing_or_too_much_keeps_what_was_typed()
    {
        using var phone = guide.Phone(from: IPAddress.Parse("127.0.0.4"));

        using var nothing = await SendAsync(phone, "", "Không rõ");
        using var much = await SendAsync(phone, "other", new string('a', 501));

        nothing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await nothing.Content.ReadAsStringAsync()).ShouldContain("Xin chọn điều chưa ổn");
        (await nothing.Content.ReadAsStringAsync()).ShouldContain(">Không rõ</textarea>");
        much.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await phone.GetAsync("/vi/plaques/ZZZZZ/report")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await phone.PostAsync(Path, new StringContent("{}"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_flood_from_one_address_is_stopped_and_others_still_report()
    {
        using var flood = guide.Phone(from: IPAddress.Parse("127.0.0.5"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 22; i++)
        {
            using var response = await SendAsync(flood, "no-sound", "");
            statuses.Add(response.StatusCode);
        }

        using var other = guide.Phone(from: IPAddress.Parse("127.0.0.6"));
        using var reported = await SendAsync(other, "no-sound", "");

        statuses.Take(20).ShouldAllBe(s => s == HttpStatusCode.SeeOther);
        statuses.Skip(20).ShouldAllBe(s => s == HttpStatusCode.TooManyRequests);
        reported.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("plaques")]
    [InlineData("reports")]
    [InlineData("scans")]
    public async Task Curators_calls_are_closed_without_the_key(string call) =>
        (await guide.CreateClient().GetAsync("/api/v1/curation/" + call)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    private static Task<HttpResponseMessage> SendAsync(HttpClient phone, string kind, string note) =>
        phone.PostAsync(Path, new FormUrlEncodedContent(new Dictionary<string, string> { ["kind"] = kind, ["note"] = note }));
}
