using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;
using static HeritageGuide.Adapters.Tests.Voices.RecordedSpeechServer;

namespace HeritageGuide.Adapters.Tests.Voices;

/// <summary>Which voice speaks, and which one steps in.</summary>
public sealed class VoiceChainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task When_a_voice_fails_the_next_one_speaks_and_is_named()
    {
        await using var azure = await StartAsync(("One.", new Recording(200, await WavAsync("One."))), ("Two.", new Recording(500, [])));
        await using var server = await SpeakingAsync("One.", "Two.");
        var studio = Studio("", ("azure", SpeechServers.Voice("azure", azure)), ("openai", SpeechServers.Voice("openai", server)));

        var audio = await studio.MakeAsync(Narration("One.", "Two."), null, default);

        audio!.Engine.ShouldBe("openai-speech");
        studio.Faults.Single().ShouldContain("azure-speech answered 500");
        (await TagAsync(studio.PathOf(audio, AudioFormat.Opus)!, "comment")).ShouldContain("openai-speech");
    }

    [Fact]
    public async Task When_the_first_voice_is_well_again_it_speaks_again()
    {
        await using var azure = await StartAsync(("One.", new Recording(401, [])), ("One.", new Recording(200, await WavAsync("One."))));
        await using var server = await SpeakingAsync("One.");
        var studio = Studio("*=azure,openai", ("azure", SpeechServers.Voice("azure", azure)), ("openai", SpeechServers.Voice("openai", server)));

        (await studio.MakeAsync(Narration("One."), null, default))!.Engine.ShouldBe("openai-speech");
        (await studio.MakeAsync(Narration("One."), null, default))!.Engine.ShouldBe("azure-speech");
        studio.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_every_voice_fails_all_reasons_are_told_and_nothing_is_kept()
    {
        await using var azure = await StartAsync(("One.", new Recording(401, [])));
        await using var server = await StartAsync(("One.", new Recording(404, [])));
        var studio = Studio("", ("azure", SpeechServers.Voice("azure", azure)), ("openai", SpeechServers.Voice("openai", server)));

        var failure = await Should.ThrowAsync<VoiceException>(() => studio.MakeAsync(Narration("One."), null, default));

        failure.Message.ShouldContain("401");
        failure.Message.ShouldContain("404");
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_order_of_a_language_is_kept_and_what_is_wrong_in_it_is_told()
    {
        await using var server = await StartAsync();
        var chain = new VoiceChain(
            [("azure", SpeechServers.Voice("azure", server)), ("espeak", new Adapters.Espeak.EspeakVoice())],
            LanguageList.Parse("vi=espeak,azure; fr=openai,azure; km=; *=espek,azure", "HERITAGE_VOICES"), []);

        chain.For(LanguageTag.Vietnamese).Select(v => v.Engine).ShouldBe(["espeak-ng", "azure-speech"]);
        chain.For(LanguageTag.French).Select(v => v.Engine).ShouldBe(["azure-speech"]);
        chain.For(LanguageTag.Khmer).ShouldBeEmpty();
        chain.For(LanguageTag.Japanese).Select(v => v.Engine).ShouldBe(["azure-speech"]);
        chain.Faults.Count.ShouldBe(2);
        chain.Faults.ShouldContain(f => f.Contains("'openai', but its settings are missing", StringComparison.Ordinal));
        chain.Faults.ShouldContain(f => f.Contains("'espek'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_of_a_sound_knows_voice_and_settings()
    {
        await using var server = await StartAsync();
        var options = new Adapters.OpenAi.SpeechServerOptions { Url = new Uri(server.Url, "v1"), Model = "a" };
        string KeyWith(Adapters.OpenAi.SpeechServerOptions o) => Studio("", ("openai", new Adapters.OpenAi.SpeechServerVoice(o, TimeProvider.System))).KeyOf(Narration("One."))!;

        string[] keys = [KeyWith(options), KeyWith(options with { Model = "b" }), KeyWith(options with { Instructions = "Slowly." }), KeyWith(options with { Voices = LanguageList.Parse("en=nova", "") })];

        keys.ShouldBeUnique();
        KeyWith(options with { Key = "another" }).ShouldBe(keys[0]);
    }

    [Fact]
    public async Task Every_voice_is_equally_loud()
    {
        var studio = new NarrationStudio(_folder.Path, [new Adapters.Espeak.EspeakVoice()]);

        var audio = await studio.MakeAsync(Narration("The pagoda stands by the water, and the boats come down the canal."), null, default);

        var loudness = await Loudness.MeasureAsync(AudioSource.Of(studio.PathOf(audio!, AudioFormat.Mp3)!, TimeSpan.FromMinutes(1)), default);
        // The limiter takes a little off where a voice has sharp peaks.
        loudness.Lufs!.Value.ShouldBe(Loudness.Target, 2.0);
        loudness.Duration.TotalMilliseconds.ShouldBe(audio!.DurationMs, 120);
    }

    private NarrationStudio Studio(string order, params (string, IVoice)[] voices) => new(_folder.Path, new VoiceChain(voices, LanguageList.Parse(order, "HERITAGE_VOICES"), []));

    private static async Task<string> TagAsync(string path, string tag) =>
        (await Ffmpeg.RunAsync("ffprobe", ["-v", "error", "-show_entries", $"format_tags={tag}:stream_tags={tag}", path], null, default)).Output;

    private static Narration Narration(params string[] sentences) => new(
        new Stop { Slug = "s", Code = "7KQ4M", Dossier = "d", Title = Localized.Of("Cổng", "Gate") }, LanguageTag.English, new Review(false, null, null, "ai"),
        [.. sentences.Select(s => new NarratedSentence(s, s, "a", []))]);
}
