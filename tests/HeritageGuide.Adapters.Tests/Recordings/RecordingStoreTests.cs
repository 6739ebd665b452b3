using System.Diagnostics;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Recordings;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Tests.Recordings;

/// <summary>Stories read by people: checked, evened out in loudness, and played as long as the text says what was read.</summary>
public sealed class RecordingStoreTests : IDisposable
{
    private static readonly Narration s_told = Narration("Chùa ở bên rạch.", "Thuyền về chợ mỗi sáng.");
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingStore _store;
    private readonly NarrationStudio _studio;

    public RecordingStoreTests()
    {
        _store = new RecordingStore(Path.Combine(_folder.Path, "recordings"), TimeProvider.System);
        _studio = new NarrationStudio(Path.Combine(_folder.Path, "audio"), VoiceChain.Of([new Adapters.Espeak.EspeakVoice()]), _store);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_is_heard_instead_of_the_synthetic_voice_and_named_in_the_file()
    {
        await _store.AddAsync(s_told, await ToneAsync("a.flac", 4, "-18dB"), "Nguyễn Thị Lành", "CC BY 4.0", null, default);

        var audio = await _studio.MakeAsync(s_told, null, default);

        audio!.Engine.ShouldBe("human");
        audio.Voice.ShouldBe("Nguyễn Thị Lành");
        audio.Reader!.Licence.ShouldBe("CC BY 4.0");
        audio.Times.ShouldBeEmpty();
        audio.DurationMs.ShouldBeInRange(3_940, 4_060);
        (await _studio.MakeAsync(s_told, "north", default))!.Engine.ShouldBe("espeak-ng");
        foreach (var format in Enum.GetValues<AudioFormat>())
        {
            var path = _studio.PathOf(audio, format)!;
            (await Loudness.MeasureAsync(AudioSource.Of(path, TimeSpan.FromMinutes(1)), default)).Lufs!.Value.ShouldBe(Loudness.Target, 1.5);
            (await Ffmpeg.RunAsync("ffprobe", ["-v", "error", "-show_entries", "format_tags:stream_tags", path], null, default)).Output.ShouldContain("Nguyễn Thị Lành");
        }
    }

    [Fact]
    public async Task A_recording_of_a_text_that_has_changed_is_not_played()
    {
        var recording = await _store.AddAsync(s_told, await ToneAsync("a.wav", 2), "Lành", null, null, default);
        var changed = Narration("Chùa ở bên sông.", "Thuyền về chợ mỗi sáng.");

        (await _studio.MakeAsync(changed, null, default))!.Engine.ShouldBe("espeak-ng");
        RecordingStore.Says(recording, changed).ShouldBeFalse();
        RecordingStore.Says(recording, s_told).ShouldBeTrue();
    }

    [Fact]
    public async Task Removing_undoes_adding_and_leaves_nothing()
    {
        await _store.AddAsync(s_told, await ToneAsync("a.mp3", 2), "Lành", null, null, default);
        await _store.AddAsync(s_told, await ToneAsync("b.ogg", 3), "Hai", null, null, default);
        _store.All().Single().By.ShouldBe("Hai");

        _store.Remove("s", LanguageTag.Vietnamese).ShouldBeTrue();

        _store.Remove("s", LanguageTag.Vietnamese).ShouldBeFalse();
        _store.All().ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(_folder.Path, "recordings"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await _studio.MakeAsync(s_told, null, default))!.Engine.ShouldBe("espeak-ng");
    }

    [Theory]
    [InlineData("00:00.000 --> 00:01.500\nChùa ở bên rạch.\n\n00:01.800 --> 00:03.500\nThuyền về chợ mỗi sáng.")]
    [InlineData("NOTE read by Lành\n\n1\n00:00:00.000 --> 00:00:00.700 align:start\n<v Lành>Chùa ở\n\n2\n00:00:00.700 --> 00:00:01.500\nbên rạch.\n\n3\n00:00:01.800 --> 00:00:03.500\nThuyền về chợ mỗi sáng.")]
    public async Task Captions_tell_when_each_sentence_is_said(string cues)
    {
        await _store.AddAsync(s_told, await ToneAsync("a.wav", 4), "Lành", null, Vtt(cues), default);

        (await _studio.MakeAsync(s_told, null, default))!.Times.ShouldBe([new SentenceTime(0, 1_500), new SentenceTime(1_800, 3_500)]);
    }

    [Theory]
    [InlineData("00:00.000 --> 00:01.500\nMột câu khác hẳn.", "do not follow the text from sentence 1")]
    [InlineData("00:00.000 --> 00:01.500\nChùa ở bên rạch.\n\n00:01.000 --> 01:03.500\nThuyền về chợ mỗi sáng.", "within the 4.0 seconds")]
    [InlineData("00:02.000 --> 00:03.000\nChùa ở bên rạch.\n\n00:01.000 --> 00:02.000\nThuyền về chợ mỗi sáng.", "do not run forward")]
    public async Task Captions_that_do_not_fit_are_refused_and_nothing_is_kept(string cues, string reason)
    {
        var sound = await ToneAsync("a.wav", 4);

        (await Should.ThrowAsync<RecordingException>(() => _store.AddAsync(s_told, sound, "Lành", null, Vtt(cues), default))).Message.ShouldContain(reason);

        _store.All().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_sound_is_refused()
    {
        var text = Path.Combine(_folder.Path, "a.mp3");
        await File.WriteAllTextAsync(text, "This is not a song.");
        var picture = Path.Combine(_folder.Path, "a.png");
        await RunAsync("-f", "lavfi", "-i", "color=red:s=32x32", "-frames:v", "1", picture);
        // A playlist that would read another file of the machine.
        var list = Path.Combine(_folder.Path, "a.m3u8");
        await File.WriteAllTextAsync(list, $"#EXTM3U\n#EXTINF:2,\nfile://{await ToneAsync("b.wav", 2)}\n#EXT-X-ENDLIST\n");
        foreach (var path in (string[])[text, picture, list])
        {
            (await RefusedAsync(path)).ShouldContain("is no sound file", customMessage: path);
        }

        (await RefusedAsync(Path.Combine(_folder.Path, "nowhere.wav"))).ShouldContain("There is no file");
        (await RefusedAsync(await ToneAsync("silent.wav", 3, "-100dB"))).ShouldContain("next to no sound");
    }

    [Fact]
    public async Task What_is_too_long_or_too_large_is_refused()
    {
        (await RefusedAsync(await ToneAsync("long.mp3", 31 * 60))).ShouldContain("longer than 30 minutes");
        var large = Path.Combine(_folder.Path, "large.wav");
        await using (var file = File.Create(large))
        {
            file.SetLength(101 * 1024 * 1024);
        }

        (await RefusedAsync(large)).ShouldContain("up to 100 MB");
    }

    [Fact]
    public async Task A_reader_needs_a_name()
    {
        var sound = await ToneAsync("a.wav", 2);

        await Should.ThrowAsync<RecordingException>(() => _store.AddAsync(s_told, sound, " ", null, null, default));
        await Should.ThrowAsync<RecordingException>(() => _store.AddAsync(s_told, sound, "a\nb", null, null, default));
        Should.Throw<RecordingException>(() => _store.Remove("../audio", LanguageTag.Vietnamese));
    }

    private async Task<string> RefusedAsync(string path) => (await Should.ThrowAsync<RecordingException>(() => _store.AddAsync(s_told, path, "Lành", null, null, default))).Message;

    private async Task<string> ToneAsync(string name, int seconds, string volume = "-12dB")
    {
        var path = Path.Combine(_folder.Path, name);
        await RunAsync("-f", "lavfi", "-i", $"sine=frequency=440:duration={seconds}:sample_rate=16000", "-af", $"volume={volume}", path);
        return path;
    }

    private string Vtt(string cues)
    {
        var path = Path.Combine(_folder.Path, "a.vtt");
        File.WriteAllText(path, "WEBVTT\n\n" + cues + "\n");
        return path;
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var ffmpeg = Process.Start("ffmpeg", ["-y", "-loglevel", "error", "-nostdin", .. arguments]);
        await ffmpeg.WaitForExitAsync();
        ffmpeg.ExitCode.ShouldBe(0);
    }

    private static Narration Narration(params string[] sentences) => new(
        new Stop { Slug = "s", Code = "7KQ4M", Dossier = "d", Title = Localized.Of("Cổng", "Gate") }, LanguageTag.Vietnamese, new Review(false, null, null, "ai"),
        [.. sentences.Select(s => new NarratedSentence(s, s, "a", []))]);
}
