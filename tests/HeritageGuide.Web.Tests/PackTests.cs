using System.Net;
using System.Text.Json;

namespace HeritageGuide.Web.Tests;

/// <summary>A tour to take along: everything it names is there, and its hashes tell what changed.</summary>
[Collection("guide")]
public sealed class PackTests(GuideFactory guide)
{
    [Theory]
    [InlineData("vi")]
    [InlineData("km")]
    public async Task Every_file_of_a_pack_is_there(string lang)
    {
        var tour = (await guide.CreateClient().GetStringAsync($"/{lang}/tours")).Split($"/{lang}/tours/")[1].Split('"')[0];
        var pack = await guide.GetAsync($"/api/v1/tours/{tour}/pack?lang={lang}");

        foreach (var file in pack.GetProperty("files").EnumerateArray())
        {
            using var response = await guide.CreateClient().GetAsync(file.GetProperty("url").GetString());
            response.StatusCode.ShouldBe(HttpStatusCode.OK, file.GetProperty("url").GetString());
        }

        var urls = pack.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("url").GetString()!).ToList();
        urls.Any(u => u.Contains("/audio", StringComparison.Ordinal)).ShouldBe(lang == "vi");
        urls.ShouldBeUnique();
        (await guide.GetAsync($"/api/v1/tours/{tour}/pack?lang={lang}")).GetProperty("hash").GetString().ShouldBe(pack.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Prepared_questions_come_with_their_proven_answers()
    {
        var tour = (await guide.CreateClient().GetStringAsync("/vi/tours")).Split("/vi/tours/")[1].Split('"')[0];

        var prepared = await guide.GetAsync($"/api/v1/tours/{tour}/questions?lang=vi");

        prepared.GetArrayLength().ShouldBeGreaterThan(10);
        prepared.EnumerateArray().ShouldAllBe(q => q.GetProperty("answer").GetString()!.Length > 0 && q.GetProperty("quotes").GetArrayLength() > 0);
    }

    [Fact]
    public async Task The_page_for_no_network_and_its_worker_are_there()
    {
        (await guide.CreateClient().GetAsync("/ko/offline")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var worker = await guide.CreateClient().GetAsync("/sw.js");
        worker.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        (await guide.CreateClient().GetAsync("/api/v1/tours/nope/pack")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
