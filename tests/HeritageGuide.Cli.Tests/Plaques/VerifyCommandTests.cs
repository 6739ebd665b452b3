using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HeritageGuide.Cli.Tests.Plaques;

public sealed class VerifyCommandTests
{
    private const string Stop = "/vi/stops/tam-vu-tuong-dai";
    private const string Api = "/api/v1/stops/tam-vu-tuong-dai?lang=vi";
    private const string Opus = "/api/v1/stops/tam-vu-tuong-dai/audio?lang=vi&voice=south";
    private const string Mp3 = Opus + "&format=mp3";

    [Fact]
    public async Task A_whole_chain_is_alive_and_the_report_says_how_much_was_checked()
    {
        using var folder = new PlaqueFolder();
        await using var guide = await RecordedGuide.StartAsync(Recording());
        var json = Path.Combine(folder.Corpus, "report.json");

        var (code, output) = await folder.RunAsync("verify", "MAMZ8", "--lang", "vi", "--base-url", guide.Address, "--json", json);

        code.ShouldBe(0, output);
        output.ShouldContain("1 plaques, 1 chains in 1 languages checked with 6 requests");
        output.ShouldContain("0 dead, 1 with sound");
        guide.Unrecorded.ShouldBeEmpty();
        guide.Agents.ShouldAllBe(a => a.Contains("bot"));
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(json));
        report.RootElement.GetProperty("chains")[0].GetProperty("voiced").GetBoolean().ShouldBeTrue();
        report.RootElement.GetProperty("allAlive").GetBoolean().ShouldBeTrue();
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "/Q/MAMZ8?lang=vi", "404", "Code: /Q/MAMZ8?lang=vi answered 404" },
        { "/Q/MAMZ8?lang=vi", "303 /vi/stops/tam-vu-phu-dieu", "leads to /vi/stops/tam-vu-phu-dieu instead of /vi/stops/tam-vu-tuong-dai" },
        { Stop, "<html lang=\"en\"><p>Câu một.</p>", "Page: /vi/stops/tam-vu-tuong-dai is in en, not vi" },
        { Stop, "<html lang=\"vi\"><a href=\"/vi/stops/tam-vu-phu-dieu?tour=quoc-lo-61\">", "does not show the text" },
        { Stop, "<html lang=\"vi\"><p>Câu một.</p><p>Câu &quot;hai&quot;.</p>", "does not lead on to /vi/stops/tam-vu-phu-dieu" },
        { Api, "{\"lang\":\"en\",\"sentences\":[{\"text\":\"Câu một.\"}],\"audio\":null,\"next\":null}", "tells the story in en" },
        { Api, "{\"lang\":\"vi\",\"sentences\":[],\"audio\":null,\"next\":null}", "has no text" },
        { Api, "{\"lang\":\"vi\",\"sentences\":[{\"text\":\"Câu một.\"}],\"audio\":null,\"next\":null}", "has no sound" },
        { Api, "<html>", "is not the answer that the contract promises" },
        { Opus, "<html>this is an error page with status 200</html>", "is no sound: it begins with 3C68746D6C3E" },
        { Mp3, "ID3 cut off", "it is cut off" },
        { Mp3, "503", "Audio: " + Mp3 + " answered 503" },
        { "/vi/stops/tam-vu-phu-dieu", "404", "Next: /vi/stops/tam-vu-phu-dieu answered 404" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_link_is_named_and_the_command_fails(string path, string answer, string named)
    {
        using var folder = new PlaqueFolder();
        var recording = Recording();
        recording[path] = Says(answer);
        await using var guide = await RecordedGuide.StartAsync(recording);

        var (code, output) = await folder.RunAsync("verify", "MAMZ8", "--lang", "vi", "--base-url", guide.Address);

        code.ShouldBe(1, output);
        output.ShouldContain("DEAD MAMZ8 vi");
        output.ReplaceLineEndings("").ShouldContain(named);
        output.ShouldContain("1 dead");
    }

    [Fact]
    public async Task A_guide_that_is_not_there_is_dead_and_nothing_checked_is_no_success()
    {
        using var folder = new PlaqueFolder();

        (await folder.RunAsync("verify", "--base-url", "http://127.0.0.1:9")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Output.ShouldContain("DEAD MAMZ8 en Code"));
        (await folder.RunAsync("verify", "--lang", "ko", "--base-url", "http://127.0.0.1:9")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Output.ShouldContain("0 plaques, 0 chains"));
    }

    private static Dictionary<string, Func<HttpResponse, Task>> Recording() => new()
    {
        ["/Q/MAMZ8?lang=vi"] = Says("303 " + Stop),
        [Stop] = Says("<html lang=\"vi\"><p>Câu một.</p><p>Câu &quot;hai&quot;.</p><a href=\"/vi/stops/tam-vu-phu-dieu?tour=quoc-lo-61\">"),
        [Api] = Says($"{{\"lang\":\"vi\",\"sentences\":[{{\"text\":\"Câu một.\"}},{{\"text\":\"Câu \\\"hai\\\".\"}}],\"audio\":{{\"url\":\"{Opus}\",\"mp3Url\":\"{Mp3}\",\"durationMs\":2000}},\"next\":{{\"slug\":\"tam-vu-phu-dieu\"}}}}"),
        [Opus] = Says("OggS" + new string('\0', 24) + "OpusHead" + new string('x', 6_000)),
        [Mp3] = Says("ID3" + new string('x', 8_000)),
        ["/vi/stops/tam-vu-phu-dieu"] = Says("<html lang=\"vi\">"),
    };

    /// <summary>A status, a status with an address, or a body.</summary>
    private static Func<HttpResponse, Task> Says(string answer) => async response =>
    {
        if (answer.Length >= 3 && answer[..3].All(char.IsAsciiDigit))
        {
            response.StatusCode = int.Parse(answer[..3], null);
            response.Headers.Location = answer.Length > 4 ? answer[4..] : default;
            return;
        }

        response.ContentLength = Encoding.UTF8.GetByteCount(answer);
        await response.WriteAsync(answer);
    };
}
