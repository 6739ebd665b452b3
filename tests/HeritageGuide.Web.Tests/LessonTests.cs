using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HeritageGuide.Web.Tests;

[Collection("guide")]
public sealed class LessonTests(GuideFactory guide)
{
    [Fact]
    public async Task A_lesson_has_an_address_and_every_form()
    {
        var made = await MakeAsync(new { dossiers = new[] { "tam-vu" }, grade = 8, minutes = 45, lang = "vi", seed = 7 });

        made.GetProperty("lesson").GetProperty("quiz").GetArrayLength().ShouldBe(10);
        foreach (var form in made.GetProperty("exports").EnumerateObject())
        {
            using var response = await guide.CreateClient().GetAsync(form.Value.GetString());
            response.StatusCode.ShouldBe(HttpStatusCode.OK, form.Name);
            (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(200, form.Name);
        }
    }

    [Fact]
    public async Task Who_listens_hears_where_the_lesson_is_once_it_is_made()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/en/lessons")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["dossiers"] = "tam-vu", ["grade"] = "8", ["minutes"] = "45", ["lessonLang"] = "en", ["parts"] = "Quiz" }),
            Headers = { { "Accept", "text/event-stream" } },
        };
        using var response = await guide.CreateClient().SendAsync(request);

        var events = await response.Content.ReadAsStringAsync();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var url = Regex.Match(events, "event: made\\ndata: \\{\"url\":\"(/en/lessons/[0-9a-z]{20})\"\\}").Groups[1].Value;
        (await guide.CreateClient().GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_questions()
    {
        var body = new { dossiers = new[] { "chuong-thien" }, grade = 8, minutes = 45, lang = "en", seed = 11, parts = new[] { "quiz" } };

        (await MakeAsync(body)).GetProperty("lesson").GetProperty("quiz").GetRawText().ShouldBe((await MakeAsync(body)).GetProperty("lesson").GetProperty("quiz").GetRawText());
    }

    [Theory]
    [InlineData("""{"dossiers":["no-such-thing"],"grade":8,"minutes":45}""", 400)]
    [InlineData("""{"dossiers":["tam-vu"],"grade":0,"minutes":45}""", 400)]
    [InlineData("""{"dossiers":["tam-vu"],"grade":8,"minutes":400}""", 400)]
    [InlineData("""{"dossiers":["tam-vu"],"grade":8,"minutes":45,"questions":10000}""", 400)]
    [InlineData("""{"dossiers":["tam-vu"],"grade":8,"minutes":45,"parts":["exam"]}""", 400)]
    [InlineData("""{"dossiers":["tam-vu"],"grade":8,"minutes":45,"lang":"xx"}""", 400)]
    [InlineData("""{"grade":8,"minutes":45}""", 400)]
    [InlineData("""{"topic":"how to repair a bicycle chain","grade":8,"minutes":45,"lang":"en"}""", 422)]
    public async Task A_request_that_cannot_be_met_says_why(string body, int status)
    {
        using var response = await guide.CreateClient().PostAsync("/api/v1/lessons", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_topic_in_the_teachers_words_finds_its_dossier()
    {
        var made = await MakeAsync(new { topic = "chợ nổi Ngã Bảy", grade = 5, minutes = 35, lang = "vi", parts = new[] { "quiz" } });

        made.GetProperty("lesson").GetProperty("dossiers")[0].GetString().ShouldBe("cho-noi-nga-bay");
    }

    [Fact]
    public async Task An_item_can_be_dropped_moved_and_replaced_by_another_proven_one()
    {
        var made = await MakeAsync(new { dossiers = new[] { "tam-vu" }, grade = 8, minutes = 45, lang = "vi", seed = 3, parts = new[] { "quiz" } });
        var (id, items) = (made.GetProperty("id").GetString()!, Items(made));

        var dropped = await EditAsync(id, 1, "drop", items[0]);
        var moved = await EditAsync(id, 2, "down", items[1]);
        var replaced = await EditAsync(id, 3, "replace", items[2]);

        Items(dropped).ShouldBe(items.Skip(1));
        Items(moved)[1].ShouldBe(items[1]);
        Items(replaced).Count.ShouldBe(9);
        Items(replaced).ShouldNotContain(items[2]);
        var numbers = replaced.GetProperty("lesson").GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("number").GetInt32()).ToList();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
        replaced.GetProperty("lesson").GetProperty("quiz").EnumerateArray().SelectMany(i => i.GetProperty("citations").EnumerateArray()).ShouldAllBe(n => numbers.Contains(n.GetInt32()));
    }

    [Fact]
    public async Task Of_two_editors_at_once_the_second_is_told_and_nothing_is_lost()
    {
        var made = await MakeAsync(new { dossiers = new[] { "tam-vu" }, grade = 8, minutes = 45, lang = "vi", parts = new[] { "quiz" } });
        var (id, items) = (made.GetProperty("id").GetString()!, Items(made));
        await EditAsync(id, 1, "drop", items[0]);

        using var second = await guide.CreateClient().PostAsJsonAsync($"/api/v1/lessons/{id}/edits", new { version = 1, action = "drop", item = items[1] });

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Items(await guide.GetAsync($"/api/v1/lessons/{id}")).ShouldBe(items.Skip(1));
    }

    [Fact]
    public async Task A_link_that_nobody_holds_is_not_found()
    {
        foreach (var id in (string[])["aaaaaaaaaaaaaaaaaaaa", "..%2F..%2Fguide", "x"])
        {
            (await guide.CreateClient().GetAsync($"/api/v1/lessons/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_pupil_plays_the_quiz_without_script_and_sees_the_proof()
    {
        var made = await MakeAsync(new { dossiers = new[] { "tam-vu" }, grade = 8, minutes = 45, lang = "vi", seed = 3, parts = new[] { "quiz" } });
        var right = made.GetProperty("lesson").GetProperty("quiz").EnumerateArray().Where(i => i.GetProperty("kind").GetString() is "multiple-choice" or "true-false" or "gap-fill")
            .ToDictionary(i => i.GetProperty("id").GetString()!, i => i.GetProperty("key")[0].GetString()!);

        using var response = await guide.CreateClient().PostAsync($"/vi/lessons/{made.GetProperty("id").GetString()}/quiz", new FormUrlEncodedContent(right));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Regex.Count(page, "class=\"verdict right\"").ShouldBe(right.Count);
        page.ShouldContain("<q>");
    }

    [Fact]
    public async Task A_teacher_makes_a_lesson_on_the_page()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = guide.Address };
        using var made = await client.PostAsync("/vi/lessons", new FormUrlEncodedContent(
            [new("dossiers", "tam-vu"), new("grade", "8"), new("minutes", "45"), new("lessonLang", "vi"), new("parts", "Plan"), new("parts", "Quiz")]));

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(made.Headers.Location));
        page.ShouldContain("III. Tiến trình dạy học");
        page.ShouldContain("Đổi câu khác");
    }

    [Fact]
    public async Task A_class_follows_its_teacher_and_answers_are_only_counted()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = guide.Address };
        using var opened = await client.PostAsync("/vi/class", new FormUrlEncodedContent([new("dossier", "tam-vu")]));
        var teacher = opened.Headers.Location!.ToString();
        var pupil = teacher.Split('?')[0];
        var second = guide.Services.GetService(typeof(HeritageGuide.Adapters.Publishing.Publication)) is HeritageGuide.Adapters.Publishing.Publication { Current: { } published } ? published.Library.Dossier("tam-vu")!.Stops[1] : throw new InvalidOperationException();

        using var refused = await client.PostAsync(pupil, new FormUrlEncodedContent([new("stop", second.Slug), new("key", "guess")]));
        using var moved = await client.PostAsync(pupil, new FormUrlEncodedContent([new("stop", second.Slug), new("key", teacher.Split("key=")[1])]));
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(pupil));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain(second.Title.Texts["vi"]);
        page.ShouldNotContain(teacher.Split("key=")[1]);
        var option = Regex.Match(page, "name=\"option\" value=\"([^\"]+)\"").Groups[1].Value;
        await client.PostAsync(pupil, new FormUrlEncodedContent([new("option", option)]));
        WebUtility.HtmlDecode(await client.GetStringAsync(teacher)).ShouldContain($"data-count=\"{option}\">1<");
        await using var events = await client.GetStreamAsync($"/api/v1/classes/{pupil.Split('/')[^1]}/events");
        using var reader = new StreamReader(events);
        (await reader.ReadLineAsync()).ShouldBe("event: class");
        (await reader.ReadLineAsync())!.ShouldContain(second.Slug);
    }

    private static List<string> Items(JsonElement made) => [.. made.GetProperty("lesson").GetProperty("quiz").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private async Task<JsonElement> MakeAsync(object body)
    {
        using var response = await guide.CreateClient().PostAsJsonAsync("/api/v1/lessons", body);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> EditAsync(string id, int version, string action, string item)
    {
        using var response = await guide.CreateClient().PostAsJsonAsync($"/api/v1/lessons/{id}/edits", new { version, action, item });
        response.StatusCode.ShouldBe(HttpStatusCode.OK, action);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
