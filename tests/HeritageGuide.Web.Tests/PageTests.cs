using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HeritageGuide.Web.Tests;

[Collection("guide")]
public sealed partial class PageTests(GuideFactory guide)
{
    public static TheoryData<string> Pages => ["/", "/vi", "/en", "/vi/dossiers", "/en/dossiers/tam-vu", "/ko/dossiers/chuong-thien", "/vi/ask", "/en/about", "/vi/map", "/km/tours", "/vi/dossiers?q=tam+vu"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_names_its_language_and_loads_nothing_from_elsewhere(string path)
    {
        using var response = await guide.CreateClient().GetAsync(path);
        var page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldMatch("<html lang=\"[a-z]{2}");
        page.ShouldNotContain("⟦");
        Elsewhere().IsMatch(page).ShouldBeFalse();
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task The_first_text_is_light()
    {
        var client = guide.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var slug = (await guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0].GetProperty("slug").GetString();

        var bytes = 0;
        foreach (var path in new[] { $"/vi/stops/{slug}", "/guide.css", "/guide.js", "/media/tam-vu/illustration.svg" })
        {
            bytes += (await client.GetByteArrayAsync(path)).Length;
        }

        bytes.ShouldBeLessThan(60_000);
    }

    [Theory]
    [InlineData("/vi/stops/..%2f..%2fetc%2fpasswd")]
    [InlineData("/media/tam-vu/..%2fdossier.yaml")]
    [InlineData("/media/tam-vu/dossier.yaml")]
    [InlineData("/xx/dossiers")]
    [InlineData("/vi/dossiers/khong-co")]
    public async Task A_strangers_path_leads_nowhere(string path)
    {
        using var response = await guide.CreateClient().GetAsync(path);

        ((int)response.StatusCode).ShouldBeOneOf(400, 404);
    }

    [Fact]
    public void Every_language_has_every_word_of_the_interface()
    {
        var folder = Path.Combine(GuideFactory.Root, "src", "HeritageGuide.Web", "Strings");
        var keys = Keys("vi");

        foreach (var language in Core.Languages.LanguageTag.All)
        {
            Keys(language.Code).ShouldBe(keys, ignoreOrder: true, language.Code);
        }

        HashSet<string> Keys(string code) => [.. JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, code + ".json")))!.Keys];
    }

    [Fact]
    public async Task The_contract_is_described()
    {
        var paths = (await guide.GetAsync("/openapi/v1.json")).GetProperty("paths");

        paths.TryGetProperty("/api/v1/ask", out _).ShouldBeTrue();
        paths.TryGetProperty("/api/v1/stops/{slug}", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("chiến thắng Tầm Vu", "tam-vu")]
    [InlineData("chien thang tam vu", "tam-vu")]
    [InlineData("don ca tai tu", "don-ca-tai-tu-hau-giang")]
    [InlineData("floating market", "cho-noi-nga-bay")]
    public async Task Search_finds_with_and_without_marks_and_across_languages(string query, string dossier)
    {
        var found = await guide.GetAsync("/api/v1/search?lang=vi&q=" + Uri.EscapeDataString(query));

        found.GetProperty("items").EnumerateArray().Take(3).ShouldContain(i => i.GetProperty("dossier").GetString() == dossier);
    }

    [Theory]
    [InlineData("/api/v1/stops/near?lat=95&lon=0", 400)]
    [InlineData("/api/v1/beacons/ibeacon/not-a-uuid/1/2", 400)]
    [InlineData("/api/v1/beacons/ibeacon/00000000-0000-0000-0000-000000000000/1/2", 404)]
    [InlineData("/api/v1/stops/no-such-stop", 404)]
    [InlineData("/api/v1/search?q=", 400)]
    public async Task The_API_says_clearly_what_is_wrong(string path, int status)
    {
        using var response = await guide.CreateClient().GetAsync(path);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Near_by_stops_come_nearest_first()
    {
        var near = (await guide.GetAsync("/api/v1/stops/near?lat=9.9133&lon=105.6996&radius=20000")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("metres").GetInt32()).ToList();

        near.ShouldNotBeEmpty();
        near.ShouldBeInOrder();
    }

    [GeneratedRegex("(src|href)=\"https?://[^\"]+\\.(js|css|woff2?|png|svg)")]
    private static partial Regex Elsewhere();
}
