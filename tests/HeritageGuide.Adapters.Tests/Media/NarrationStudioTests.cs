using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Tests.Media;

public sealed class NarrationStudioTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sentences_follow_one_another_exactly()
    {
        var audio = await new NarrationStudio(_folder.Path, [new ToneVoice()]).MakeAsync(Narration("Một.", "Hai ba."), null, default);

        audio!.Times.Count.ShouldBe(2);
        audio.Times[0].StartMs.ShouldBe(0);
        audio.Times[1].StartMs.ShouldBeGreaterThan(audio.Times[0].EndMs);
        audio.DurationMs.ShouldBe(audio.Times[1].EndMs);
    }

    [Fact]
    public async Task Two_simultaneous_first_listeners_cause_one_synthesis()
    {
        var voice = new ToneVoice();
        var studio = new NarrationStudio(_folder.Path, [voice]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => studio.MakeAsync(Narration("Một."), null, default)));

        voice.Spoken.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_text_never_plays_an_old_file()
    {
        var studio = new NarrationStudio(_folder.Path, [new ToneVoice()]);

        var first = await studio.MakeAsync(Narration("Một."), null, default);
        var second = await studio.MakeAsync(Narration("Hai."), null, default);

        second!.Key.ShouldNotBe(first!.Key);
    }

    [Fact]
    public async Task A_voice_that_dies_in_the_middle_leaves_nothing_half_made()
    {
        var studio = new NarrationStudio(_folder.Path, [new ToneVoice { DiesAt = 2 }]);

        await Should.ThrowAsync<VoiceException>(() => studio.MakeAsync(Narration("Một.", "Hai."), null, default));

        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_voice_is_no_sound_and_no_error() =>
        (await new NarrationStudio(_folder.Path, []).MakeAsync(Narration("Một."), null, default)).ShouldBeNull();

    private static Narration Narration(params string[] sentences) => new(
        new Stop { Slug = "s", Code = "7KQ4M", Dossier = "d", Title = Localized.Of("Cổng", "Gate") }, LanguageTag.Vietnamese, new Review(false, null, null, "ai"),
        [.. sentences.Select(s => new NarratedSentence(s, s, "a", []))]);

    /// <summary>Says every sentence as a tone whose length is that of the text.</summary>
    private sealed class ToneVoice : IVoice
    {
        private int _spoken;

        public int Spoken => _spoken;
        public int DiesAt { get; init; }
        public string Engine => "tone";

        public IReadOnlyList<string> VoicesFor(LanguageTag language) => language == LanguageTag.Vietnamese ? ["tone"] : [];

        public async Task<Speech> SpeakAsync(string spoken, LanguageTag language, string voice, CancellationToken cancel)
        {
            await Task.Yield();
            return Interlocked.Increment(ref _spoken) == DiesAt
                ? throw new VoiceException("killed")
                : new Speech([.. Enumerable.Range(0, 2_000 * spoken.Length).Select(i => (short)(8_000 * Math.Sin(i / 8.0)))], 22_050);
        }
    }
}
