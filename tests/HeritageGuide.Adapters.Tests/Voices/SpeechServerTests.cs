using System.Diagnostics;
using System.Text;
using HeritageGuide.Adapters.AzureSpeech;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using static HeritageGuide.Adapters.Tests.Voices.RecordedSpeechServer;

namespace HeritageGuide.Adapters.Tests.Voices;

/// <summary>Whatever a speech server does, a listener is not kept waiting and a curator is told what to do.</summary>
public sealed class SpeechServerTests
{
    private const string Said = "One sentence.";

    [Theory]
    [InlineData("azure", "AZURE_SPEECH_KEY")]
    [InlineData("openai", "HERITAGE_SPEECH_KEY")]
    public async Task A_refused_key_is_named_and_not_tried_again(string kind, string setting)
    {
        await using var server = await StartAsync((Said, new Recording(401, "denied"u8.ToArray())));

        var failure = await Should.ThrowAsync<VoiceException>(() => SpeakAsync(kind, server));

        failure.Message.ShouldContain("401");
        failure.Message.ShouldContain(setting);
        failure.Message.ShouldNotContain(Key);
        server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    public async Task A_busy_server_is_asked_again_after_the_time_that_it_wants(string kind)
    {
        await using var server = await StartAsync((Said, new Recording(429, [], "1")), (Said, new Recording(200, await WavAsync(Said))));
        var waited = Stopwatch.StartNew();

        (await SpeakAsync(kind, server)).Samples.ShouldNotBeEmpty();

        server.Requests.ShouldBe(2);
        waited.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    public async Task A_server_that_wants_too_long_a_wait_is_left(string kind)
    {
        await using var server = await StartAsync((Said, new Recording(429, [], "600")));

        (await Should.ThrowAsync<VoiceException>(() => SpeakAsync(kind, server))).Message.ShouldContain("429");

        server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    public async Task A_broken_server_is_tried_three_times(string kind)
    {
        await using var server = await StartAsync((Said, new Recording(503, Encoding.UTF8.GetBytes("down\nfor now"))));

        (await Should.ThrowAsync<VoiceException>(() => SpeakAsync(kind, server))).Message.ShouldContain("(down for now)");

        server.Requests.ShouldBe(3);
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    public async Task A_server_that_is_too_slow_is_not_waited_for(string kind)
    {
        await using var server = await StartAsync((Said, new Recording(200, [], Pause: TimeSpan.FromSeconds(20))));
        var waited = Stopwatch.StartNew();

        (await Should.ThrowAsync<VoiceException>(() => SpeechServers.Voice(kind, server, SpeechServers.Quick with { Patience = TimeSpan.FromSeconds(0.3) })
            .SpeakAsync(Said, LanguageTag.English, FirstVoice(kind), default))).Message.ShouldContain("0.3 seconds");

        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("azure", "<html>Welcome to our proxy</html>")]
    [InlineData("openai", "{\"error\":\"sorry\"}")]
    [InlineData("azure", "")]
    [InlineData("openai", "RIFF\u0010\u0000\u0000\u0000WAVEdata")]
    public async Task Rubbish_instead_of_sound_is_refused(string kind, string body)
    {
        await using var server = await StartAsync((Said, new Recording(200, Encoding.Latin1.GetBytes(body))));

        (await Should.ThrowAsync<VoiceException>(() => SpeakAsync(kind, server))).Message.ShouldContain("-speech gave");
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    public async Task After_many_failures_the_server_is_left_alone_for_a_while(string kind)
    {
        await using var server = await StartAsync((Said, new Recording(500, [])));
        var voice = SpeechServers.Voice(kind, server);
        var last = "";
        for (var i = 0; i < 8; i++)
        {
            last = (await Should.ThrowAsync<VoiceException>(() => voice.SpeakAsync(Said, LanguageTag.English, FirstVoice(kind), default))).Message;
        }

        last.ShouldContain("rests");
        server.Requests.ShouldBeLessThan(9);
    }

    [Fact]
    public async Task Azure_is_told_the_locale_of_each_languages_voice()
    {
        await using var server = await SpeakingAsync(Said);
        var voice = SpeechServers.Voice("azure", server);
        foreach (var language in LanguageTag.All)
        {
            await voice.SpeakAsync(Said, language, voice.VoicesFor(language)[0], default);
        }

        server.Asked.Select(a => a.Lang).ShouldBe(["vi-VN", "en-GB", "fr-FR", "zh-CN", "ko-KR", "ja-JP", "km-KH"]);
    }

    [Theory]
    [InlineData("southeastasia", null, "https://southeastasia.tts.speech.microsoft.com/cognitiveservices/v1")]
    [InlineData(null, "https://mine.cognitiveservices.azure.com/", "https://mine.cognitiveservices.azure.com/tts/cognitiveservices/v1")]
    [InlineData(null, "https://speech.example/speech/synthesize/cognitiveservices/v1", "https://speech.example/speech/synthesize/cognitiveservices/v1")]
    [InlineData("evil.example/x", null, null)]
    [InlineData(null, "http://speech.example/", null)]
    [InlineData(null, null, null)]
    public void Azures_address_follows_from_region_or_endpoint(string? region, string? endpoint, string? expected)
    {
        var faults = new List<string>();
        var settings = new Dictionary<string, string?> { ["AZURE_SPEECH_KEY"] = "k", ["AZURE_SPEECH_REGION"] = region, ["AZURE_SPEECH_ENDPOINT"] = endpoint };

        AzureSpeechOptions.From(settings.GetValueOrDefault, faults)?.Url.ToString().ShouldBe(expected);

        faults.Count.ShouldBe(expected is null ? 1 : 0);
    }

    [Fact]
    public void Settings_choose_voices_and_what_is_wrong_in_them_is_told()
    {
        var faults = new List<string>();
        var settings = new Dictionary<string, string?>
        {
            ["AZURE_SPEECH_KEY"] = "k", ["AZURE_SPEECH_REGION"] = "eastus", ["AZURE_SPEECH_VOICES"] = "vi=vi-VN-NamMinhNeural; km=; en=<voice>; xx=1",
        };

        var options = AzureSpeechOptions.From(settings.GetValueOrDefault, faults)!;

        options.Voices["vi"].ShouldBe(["vi-VN-NamMinhNeural"]);
        options.Voices["km"].ShouldBeEmpty();
        options.Voices["fr"][0].ShouldBe("fr-FR-DeniseNeural");
        faults.Count.ShouldBe(2);
    }

    [Fact]
    public void A_server_of_ones_own_is_free_and_any_other_sends_a_bill()
    {
        SpeechServerVoice Of(string url, string? price) => new(
            SpeechServerOptions.From(new Dictionary<string, string?> { ["HERITAGE_SPEECH_URL"] = url, ["HERITAGE_SPEECH_MODEL"] = "m", ["HERITAGE_SPEECH_PRICE"] = price }.GetValueOrDefault, [])!, TimeProvider.System);

        Of("http://localhost:8880/v1", null).Price.ShouldBeNull();
        Of("https://api.openai.com/v1", null).Price.ShouldBe(new VoicePrice(null));
        Of("https://api.openai.com/v1", "15").Price!.Of(2_000_000).ShouldBe(30);
        Of("http://tts.lan/v1", "0").Price.ShouldBeNull();
        Of("https://api.openai.com/v1", null).VoicesFor(LanguageTag.Khmer).ShouldBeEmpty();
    }

    private static Task<Speech> SpeakAsync(string kind, RecordedSpeechServer server) =>
        SpeechServers.Voice(kind, server).SpeakAsync(Said, LanguageTag.English, FirstVoice(kind), default);

    private static string FirstVoice(string kind) => kind == "azure" ? "en-GB-SoniaNeural" : "alloy";
}
