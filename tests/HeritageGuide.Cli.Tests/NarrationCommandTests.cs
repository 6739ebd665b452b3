using System.Diagnostics;
using HeritageGuide.Adapters.Tests;
using HeritageGuide.Adapters.Tests.Voices;

namespace HeritageGuide.Cli.Tests;

/// <summary><c>heritage narrate</c> and <c>heritage recordings</c>, as they are typed.</summary>
public sealed class NarrationCommandTests : IDisposable
{
    private readonly SmallCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task What_is_spoken_already_is_not_spoken_again()
    {
        var (first, said) = await RunAsync(["narrate"]);
        var (second, again) = await RunAsync(["narrate", "--lang", "en"]);

        (first, second).ShouldBe((0, 0));
        said.ShouldContain("2 narrations to speak; 0 kept already, 0 read by people, 2 text only");
        said.ShouldContain("en  espeak-ng british: 2 narrations, 73 characters");
        said.ShouldContain("2 of 2 spoken");
        again.ShouldContain("0 narrations to speak; 2 kept already");
    }

    [Fact]
    public async Task A_paid_voice_is_not_used_unasked()
    {
        await using var server = await RecordedSpeechServer.SpeakingAsync([.. SmallCorpus.Sentences, SmallCorpus.Described]);
        (string, string)[] paid = [.. Served(server), ("HERITAGE_SPEECH_PRICE", "15")];

        var (refused, hint) = await RunAsync(["narrate", "--lang", "en"], paid);

        refused.ShouldBe(1);
        hint.ShouldContain("en  openai-speech alloy: 2 narrations, 73 characters, about 0.00");
        hint.ShouldContain("run again with --yes");
        server.Requests.ShouldBe(0);
        var (agreed, said) = await RunAsync(["narrate", "--lang", "en", "--yes"], paid);
        agreed.ShouldBe(0, said);
        server.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task A_run_that_failed_in_part_lists_what_failed_and_the_next_run_does_only_that()
    {
        var recordings = await Task.WhenAll(SmallCorpus.Sentences.Select(async s => (s, new RecordedSpeechServer.Recording(200, await RecordedSpeechServer.WavAsync(s)))));
        var described = new RecordedSpeechServer.Recording(200, await RecordedSpeechServer.WavAsync(SmallCorpus.Described));
        await using var server = await RecordedSpeechServer.StartAsync([.. recordings, (SmallCorpus.Described, new RecordedSpeechServer.Recording(401, [])), (SmallCorpus.Described, described)]);

        var (failed, list) = await RunAsync(["narrate", "--lang", "en"], Served(server));
        var (mended, said) = await RunAsync(["narrate", "--lang", "en"], Served(server));

        failed.ShouldBe(1);
        list.ShouldContain("failed: gate-stop (en): openai-speech answered 401: check HERITAGE_SPEECH_KEY");
        list.ShouldContain("1 of 2 spoken");
        mended.ShouldBe(0, said);
        said.ShouldContain("1 narrations to speak; 1 kept already");
        server.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task A_recording_is_added_listed_found_out_of_date_and_removed()
    {
        var file = _corpus.FileOf("read.wav");
        await File.WriteAllBytesAsync(file, await RecordedSpeechServer.WavAsync(string.Join(' ', SmallCorpus.Sentences)));

        var added = await RunAsync(["recordings", "add", SmallCorpus.Stop, "en", file, "--by", "Lê Lành", "--licence", "CC BY 4.0"]);
        var listed = await RunAsync(["recordings", "list"]);
        var narrated = await RunAsync(["narrate", "--lang", "en"]);
        _corpus.Tell("The gate stands by the water.");
        var stale = await RunAsync(["recordings", "list"]);
        var removed = await RunAsync(["recordings", "remove", SmallCorpus.Stop, "en"]);
        var gone = await RunAsync(["recordings", "remove", SmallCorpus.Stop, "en"]);

        added.Code.ShouldBe(0, added.Output);
        added.Output.ShouldContain("is read by Lê Lành");
        listed.Output.ShouldContain("gate-stop (en): Lê Lành");
        listed.Output.ShouldNotContain("NOT PLAYED");
        narrated.Output.ShouldContain("1 read by people");
        stale.Output.ShouldContain("NOT PLAYED: the text has changed since");
        (removed.Code, gone.Code).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_recording_that_cannot_be_taken_says_why()
    {
        (await RunAsync(["recordings", "add", "nowhere", "en", "a.wav", "--by", "L"])).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Output.ShouldContain("no stop 'nowhere'"));
        (await RunAsync(["recordings", "add", SmallCorpus.Stop, "vi", "a.wav", "--by", "L"])).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Output.ShouldContain("is not told in vi yet"));
        (await RunAsync(["recordings", "add", SmallCorpus.Stop, "en", "a.wav", "--by", "L"])).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Output.ShouldContain("There is no file"));
    }

    private static (string, string)[] Served(RecordedSpeechServer server) =>
        [("HERITAGE_SPEECH_URL", new Uri(server.Url, "v1").ToString()), ("HERITAGE_SPEECH_MODEL", "recorded-tts"), ("HERITAGE_SPEECH_KEY", RecordedSpeechServer.Key)];

    private async Task<(int Code, string Output)> RunAsync(string[] arguments, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "heritage.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (key, value) in _corpus.Settings.Select(s => (s.Key, s.Value)).Concat(settings))
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
