using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;
using HeritageGuide.Adapters.Espeak;
using HeritageGuide.Core.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HeritageGuide.Adapters.Tests.Voices;

/// <summary>
/// A speech server of Azure's and of OpenAI's kind that answers from recordings. A request that breaks the service's rules, or a sentence without a
/// recording, is an error of the test.
/// </summary>
internal sealed class RecordedSpeechServer : RecordedServer
{
    public const string Key = "key of the tests";
    private readonly Dictionary<string, ConcurrentQueue<Recording>> _recordings;
    private int _requests;

    /// <summary>What is played back for a sentence; the last one of a sentence is played again and again.</summary>
    public sealed record Recording(int Status, byte[] Body, string? RetryAfter = null, TimeSpan Pause = default);

    private RecordedSpeechServer(Dictionary<string, ConcurrentQueue<Recording>> recordings) => _recordings = recordings;

    public Uri Url => new(Address);

    public int Requests => _requests;

    /// <summary>Voices that were asked for, in order.</summary>
    public ConcurrentQueue<(string Voice, string Lang)> Asked { get; } = new();

    public static Task<RecordedSpeechServer> StartAsync(params (string Sentence, Recording Recording)[] recordings) => StartAsync(
        new RecordedSpeechServer(recordings.GroupBy(r => r.Sentence).ToDictionary(g => g.Key, g => new ConcurrentQueue<Recording>(g.Select(r => r.Recording)))));

    /// <summary>A server that speaks these sentences without fault.</summary>
    public static async Task<RecordedSpeechServer> SpeakingAsync(params string[] sentences) =>
        await StartAsync([.. await Task.WhenAll(sentences.Select(async s => (s, new Recording(200, await WavAsync(s)))))]);

    /// <summary>The sentence at 24 kHz, as these services send it: espeak-ng's sound through ffmpeg, which does not know its length while it writes.</summary>
    public static async Task<byte[]> WavAsync(string sentence)
    {
        var spoken = await new EspeakVoice().SpeakAsync(sentence, LanguageTag.English, "american", default);
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-loglevel", "error", "-f", "s16le", "-ar", $"{spoken.SampleRate}", "-ac", "1", "-i", "pipe:0", "-ar", "24000", "-f", "wav", "pipe:1"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        using var wav = new MemoryStream();
        var reading = ffmpeg.StandardOutput.BaseStream.CopyToAsync(wav);
        await ffmpeg.StandardInput.BaseStream.WriteAsync(MemoryMarshal.AsBytes(spoken.Samples.AsSpan()).ToArray());
        ffmpeg.StandardInput.Close();
        await reading;
        return wav.ToArray();
    }

    protected override void Map(WebApplication app)
    {
        app.MapPost("/cognitiveservices/v1", context => AnswerAsync(context, ReadAzureAsync));
        app.MapPost("/v1/audio/speech", context => AnswerAsync(context, ReadOpenAiAsync));
        app.MapFallback(context =>
        {
            Refuse(context, $"no such call: {context.Request.Method} {context.Request.Path}");
            return Task.CompletedTask;
        });
    }

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task<string>> read)
    {
        Interlocked.Increment(ref _requests);
        string sentence;
        try
        {
            sentence = await read(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Refuse(context, e.Message);
            return;
        }

        if (!_recordings.TryGetValue(sentence, out var found))
        {
            Refuse(context, $"nothing is recorded for '{sentence}'");
            return;
        }

        var recording = found.Count > 1 && found.TryDequeue(out var next) ? next : found.First();
        await Task.Delay(recording.Pause, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        context.Response.StatusCode = recording.Status;
        if (recording.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        await context.Response.Body.WriteAsync(recording.Body);
    }

    private async Task<string> ReadAzureAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        headers["Ocp-Apim-Subscription-Key"].ToString().ShouldBe(Key);
        headers["X-Microsoft-OutputFormat"].ToString().ShouldBe("riff-24khz-16bit-mono-pcm");
        headers.UserAgent.ToString().Length.ShouldBeInRange(1, 254);
        context.Request.ContentType.ShouldBe("application/ssml+xml");
        XNamespace ssml = "http://www.w3.org/2001/10/synthesis";
        var speak = (await XDocument.LoadAsync(context.Request.Body, LoadOptions.PreserveWhitespace, default)).Root!;
        speak.Name.ShouldBe(ssml + "speak");
        speak.Attribute("version")!.Value.ShouldBe("1.0");
        var voice = speak.Elements().Single();
        voice.Name.ShouldBe(ssml + "voice");
        var name = voice.Attribute("name")!.Value;
        var lang = speak.Attribute(XNamespace.Xml + "lang")!.Value;
        name.ShouldStartWith(lang + "-");
        Asked.Enqueue((name, lang));
        return voice.Value;
    }

    private async Task<string> ReadOpenAiAsync(HttpContext context)
    {
        context.Request.Headers.Authorization.ToString().ShouldBe("Bearer " + Key);
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        body.RootElement.EnumerateObject().Select(p => p.Name).Except(["model", "input", "voice", "response_format", "instructions", "speed"]).ShouldBeEmpty();
        body.RootElement.GetProperty("model").GetString().ShouldBe("recorded-tts");
        body.RootElement.GetProperty("response_format").GetString().ShouldBe("wav");
        Asked.Enqueue((body.RootElement.GetProperty("voice").GetString()!, ""));
        return body.RootElement.GetProperty("input").GetString()!;
    }
}
