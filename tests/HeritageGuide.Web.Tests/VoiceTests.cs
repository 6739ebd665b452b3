using System.Net;
using System.Text.Json;
using HeritageGuide.Adapters.Recordings;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Tests;
using HeritageGuide.Adapters.Tests.Voices;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Web.Tests;

/// <summary>Who speaks at a stop, as a listener hears it through HTTP.</summary>
public sealed class VoiceTests : IDisposable
{
    private const string Api = $"/api/v1/stops/{SmallCorpus.Stop}";
    private const string Sound = Api + "/audio?lang=en";
    private readonly SmallCorpus _corpus = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _corpus.Dispose();
    }

    [Fact]
    public async Task Another_voice_another_lexicon_or_another_text_is_never_answered_with_old_sound()
    {
        await using var server = await RecordedSpeechServer.SpeakingAsync(SmallCorpus.Sentences);
        var heard = new List<(string Tag, byte[] Bytes)>();
        async Task HearAsync(params (string, string)[] settings)
        {
            await using var guide = new Guide(_corpus, settings);
            using var kept = new HttpRequestMessage(HttpMethod.Get, Sound);
            foreach (var tag in heard.Select(h => h.Tag))
            {
                kept.Headers.IfNoneMatch.ParseAdd(tag);
            }

            using var response = await (await guide.ReadyAsync()).SendAsync(kept);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.CacheControl!.NoCache.ShouldBeTrue();
            heard.Add((response.Headers.ETag!.Tag, await response.Content.ReadAsByteArrayAsync()));
        }

        (string, string)[] served = [("HERITAGE_VOICES", "en=openai,espeak"), .. Served(server)];
        await HearAsync();
        await HearAsync(served);
        await HearAsync([.. served, ("HERITAGE_SPEECH_VOICES", "en=nova")]);
        await HearAsync([.. served, ("HERITAGE_SPEECH_INSTRUCTIONS", "Slowly.")]);
        _corpus.Lexicon("\"wood\": \"timber\"");
        await HearAsync();
        _corpus.Tell("The gate stands by the water.");
        await HearAsync();

        heard.Select(h => h.Tag).ShouldBeUnique();
        heard.Select(h => Convert.ToHexString(h.Bytes)).Distinct().Count().ShouldBe(heard.Count);
    }

    [Fact]
    public async Task When_the_first_voice_fails_the_answer_names_the_one_that_spoke()
    {
        await using var server = await RecordedSpeechServer.StartAsync([.. SmallCorpus.Sentences.Select(s => (s, new RecordedSpeechServer.Recording(401, [])))]);
        await using var guide = new Guide(_corpus, [("HERITAGE_VOICES", "*=openai,espeak"), .. Served(server)]);
        var client = await guide.ReadyAsync();

        var stop = await JsonAsync(client, Api + "?lang=en");

        stop.GetProperty("audio").GetProperty("engine").GetString().ShouldBe("espeak-ng");
        stop.GetProperty("audio").GetProperty("ai").GetBoolean().ShouldBeTrue();
        stop.GetProperty("audio").GetProperty("reader").ValueKind.ShouldBe(JsonValueKind.Null);
        using var sound = await client.GetAsync(stop.GetProperty("audio").GetProperty("url").GetString());
        sound.StatusCode.ShouldBe(HttpStatusCode.OK);
        var degraded = (await JsonAsync(client, "/readyz")).GetProperty("degraded").EnumerateArray().Select(d => d.GetString()!).ToList();
        degraded.ShouldContain(d => d.Contains("HERITAGE_SPEECH_KEY", StringComparison.Ordinal));
        degraded.ShouldAllBe(d => !d.Contains(RecordedSpeechServer.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Khmer_is_text_only_until_a_voice_that_speaks_it_is_configured()
    {
        await using var server = await RecordedSpeechServer.SpeakingAsync("ទ្វារនៅក្បែរទឹក។");
        await using (var silent = new Guide(_corpus, Served(server)))
        {
            using var none = await (await silent.ReadyAsync()).GetAsync(Api + "/audio?lang=km");
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        await using var guide = new Guide(_corpus, [("HERITAGE_SPEECH_VOICES", "km=sreymom"), .. Served(server)]);

        using var sound = await (await guide.ReadyAsync()).GetAsync(Api + "/audio?lang=km");

        sound.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_persons_recording_is_heard_first_and_labelled_on_page_and_in_the_answer()
    {
        await using var guide = new Guide(_corpus);
        var client = await guide.ReadyAsync();
        var recordings = guide.Services.GetRequiredService<RecordingStore>();
        var library = guide.Services.GetRequiredService<Publication>().Current!.Library;
        var file = _corpus.FileOf("read.wav");
        await File.WriteAllBytesAsync(file, await RecordedSpeechServer.WavAsync(string.Join(' ', SmallCorpus.Sentences)));
        await recordings.AddAsync(NarrationPlan.Of(library, library.Stop(SmallCorpus.Stop)!, LanguageTag.English)!, file, "Lê <b>Lành</b>", "CC BY 4.0", null, default);

        var audio = (await JsonAsync(client, Api + "?lang=en")).GetProperty("audio");
        var page = await client.GetStringAsync($"/en/stops/{SmallCorpus.Stop}");

        audio.GetProperty("ai").GetBoolean().ShouldBeFalse();
        audio.GetProperty("engine").GetString().ShouldBe("human");
        audio.GetProperty("reader").GetProperty("by").GetString().ShouldBe("Lê <b>Lành</b>");
        audio.GetProperty("voices").EnumerateArray().Select(v => v.GetString()).ShouldBe(["human", "british", "american"]);
        page.ShouldContain("Read by Lê &lt;b&gt;Lành&lt;/b&gt; (a person, recorded).");
        page.ShouldContain("Licence of the recording: CC BY 4.0.");
        page.ShouldContain("This recording comes without the times of its sentences");
        page.ShouldNotContain("data-do=\"slowly\"");
        using var captions = await client.GetAsync(Api + "/audio.vtt?lang=en");
        captions.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await captions.Content.ReadAsStringAsync()).ShouldContain("no-times");
        (await JsonAsync(client, Api + "?lang=en&voice=british")).GetProperty("audio").GetProperty("ai").GetBoolean().ShouldBeTrue();

        recordings.Remove(SmallCorpus.Stop, LanguageTag.English);

        (await client.GetStringAsync($"/en/stops/{SmallCorpus.Stop}")).ShouldContain("Synthetic voice (AI).");
        (await JsonAsync(client, Api + "?lang=en")).GetProperty("audio").GetProperty("ai").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_to_be_seen_is_told_in_words_with_a_sound_of_its_own()
    {
        await using var guide = new Guide(_corpus);
        var client = await guide.ReadyAsync();

        var page = await client.GetStringAsync($"/en/stops/{SmallCorpus.Stop}");
        var stop = await JsonAsync(client, Api + "?lang=en");
        using var sound = await client.GetAsync(stop.GetProperty("description").GetProperty("audioUrl").GetString());

        page.ShouldContain("<details class=\"card\" id=\"described\">");
        page.ShouldContain(SmallCorpus.Described);
        page.Split("<audio").Length.ShouldBe(3);
        stop.GetProperty("sentences").EnumerateArray().ShouldAllBe(s => s.GetProperty("text").GetString() != SmallCorpus.Described);
        stop.GetProperty("description").GetProperty("sentences")[0].GetProperty("claims")[0].GetString().ShouldBe("gate-f1");
        sound.StatusCode.ShouldBe(HttpStatusCode.OK);
        sound.Content.Headers.ContentType!.MediaType.ShouldBe("audio/ogg");
        (await client.GetStringAsync(Api + "/audio.vtt?lang=en&version=description")).ShouldContain(SmallCorpus.Described);
    }

    [Fact]
    public async Task The_loudspeakers_file_and_the_large_print_page_are_there()
    {
        await using var guide = new Guide(_corpus);
        var client = await guide.ReadyAsync();
        var page = await client.GetStringAsync($"/en/stops/{SmallCorpus.Stop}");

        using var file = await client.GetAsync(Api + "/audio.mp3?lang=en&download=1");
        using var played = await client.GetAsync(Api + "/audio.mp3?lang=en");
        var print = await client.GetStringAsync($"/en/stops/{SmallCorpus.Stop}/print");

        page.ShouldContain($"href=\"{Api}/audio.mp3?lang=en&amp;download=1\"");
        page.ShouldContain($"href=\"/en/stops/{SmallCorpus.Stop}/print\"");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileName.ShouldBe("gate-stop.en.mp3");
        played.Content.Headers.ContentDisposition.ShouldBeNull();
        (await file.Content.ReadAsByteArrayAsync())[..3].ShouldBe("ID3"u8.ToArray());
        foreach (var sentence in (string[])[.. SmallCorpus.Sentences, SmallCorpus.Described, "7KQ4M", "A made-up source for tests", "class=\"large-print\""])
        {
            print.ShouldContain(sentence);
        }

        (await client.GetAsync("/en/stops/nowhere/print")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string, string)[] Served(RecordedSpeechServer server) =>
        [("HERITAGE_SPEECH_URL", new Uri(server.Url, "v1").ToString()), ("HERITAGE_SPEECH_MODEL", "recorded-tts"), ("HERITAGE_SPEECH_KEY", RecordedSpeechServer.Key)];

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) => JsonDocument.Parse(await client.GetStringAsync(path)).RootElement;

    private sealed class Guide(SmallCorpus corpus, params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
    {
        public async Task<HttpClient> ReadyAsync()
        {
            var client = CreateClient();
            for (var i = 0; i < 300; i++)
            {
                using var ready = await client.GetAsync("/readyz");
                if (ready.IsSuccessStatusCode)
                {
                    return client;
                }

                await Task.Delay(100);
            }

            throw new TimeoutException("The guide did not become ready.");
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in corpus.Settings.Select(s => (s.Key, s.Value)).Concat(settings))
            {
                builder.UseSetting(key, value);
            }

            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
