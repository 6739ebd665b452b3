using HeritageGuide.Adapters.Espeak;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Tests.Voices;

/// <summary>What every voice must do, whatever speaks behind it.</summary>
public abstract class VoiceConformance
{
    protected const string Short = "The pagoda stands by the water.";
    protected const string Long = "The pagoda stands by the water, and every morning the boats come down the canal to the market.";
    protected const string Hostile = "5 < 6 & \"7\" > '4' ]]> </voice><break/> \u0007 end.";

    protected abstract IVoice Voice { get; }

    private Task<Speech> SpeakAsync(string text) => Voice.SpeakAsync(text, LanguageTag.English, Voice.VoicesFor(LanguageTag.English)[0], default);

    [Fact]
    public void It_names_itself_and_its_voices()
    {
        Voice.Engine.ShouldNotBeNullOrWhiteSpace();
        Voice.Settings.ShouldBe(Voice.Settings);
        Voice.VoicesFor(LanguageTag.English).ShouldNotBeEmpty();
        foreach (var language in LanguageTag.All)
        {
            Voice.VoicesFor(language).ShouldBeUnique();
            Voice.VoicesFor(language).ShouldAllBe(v => v.Trim().Length > 0);
        }
    }

    [Fact]
    public async Task A_sentence_becomes_sound_that_can_be_heard()
    {
        var speech = await SpeakAsync(Short);

        speech.SampleRate.ShouldBeInRange(8_000, 48_000);
        speech.Duration.TotalSeconds.ShouldBeInRange(0.5, 10);
        Math.Sqrt(speech.Samples.Average(s => (double)s * s)).ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task More_words_take_longer() => (await SpeakAsync(Long)).Duration.ShouldBeGreaterThan((await SpeakAsync(Short)).Duration * 1.5);

    [Fact]
    public async Task Whatever_a_sentence_holds_is_text_and_never_markup() => (await SpeakAsync(Hostile)).Duration.TotalSeconds.ShouldBeGreaterThan(0.5);

    [Fact]
    public async Task Many_can_ask_at_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SpeakAsync(Short)));

        all.Select(s => s.Samples.Length).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_voice_that_it_has_not_is_refused() =>
        (await Should.ThrowAsync<VoiceException>(async () => await Voice.SpeakAsync(Short, LanguageTag.English, "nobody", default))).Message.ShouldContain("nobody");

    [Fact]
    public async Task It_stops_when_nobody_waits_any_more()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Voice.SpeakAsync(Short, LanguageTag.English, Voice.VoicesFor(LanguageTag.English)[0], gone.Token));
    }
}

public sealed class EspeakVoiceTests : VoiceConformance
{
    protected override IVoice Voice { get; } = new EspeakVoice();

    [Fact]
    public void It_speaks_no_Khmer() => Voice.VoicesFor(LanguageTag.Khmer).ShouldBeEmpty();
}

public abstract class SpeechServerConformance(string kind) : VoiceConformance, IAsyncLifetime
{
    private RecordedSpeechServer? _server;
    private IVoice? _voice;

    protected override IVoice Voice => _voice!;

    public async Task InitializeAsync()
    {
        // A control character has no place in XML, so it is not sent to Azure.
        _server = await RecordedSpeechServer.SpeakingAsync(Short, Long, kind == "azure" ? Hostile.Replace("\u0007", "", StringComparison.Ordinal) : Hostile);
        _voice = SpeechServers.Voice(kind, _server);
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}

public sealed class AzureSpeechConformance() : SpeechServerConformance("azure");

public sealed class OpenAiSpeechConformance() : SpeechServerConformance("openai");
