using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>Voices of any server that speaks OpenAI's <c>/audio/speech</c>. A typed client rather than the official one, so that waits asked for by the server are kept.</summary>
public sealed class SpeechServerVoice : IVoice, IDisposable
{
    private readonly SpeechServerOptions _options;
    private readonly SpeechClient _client;
    private readonly Uri _url;

    public SpeechServerVoice(SpeechServerOptions options, TimeProvider clock)
    {
        _options = options;
        _client = new SpeechClient(Engine, options.Limits, Cure, clock);
        _url = new Uri(options.Url.AbsoluteUri.TrimEnd('/') + "/audio/speech");
    }

    public string Engine => "openai-speech";

    public string Settings => $"{_options.Model}\n{_options.Url.Host}\n{_options.Instructions}";

    // A server on this machine is one's own; any other is taken to send a bill unless its price is nought.
    public VoicePrice? Price => _options.Price == 0 || (_options.Price is null && _options.Url.IsLoopback) ? null : new VoicePrice(_options.Price);

    public IReadOnlyList<string> VoicesFor(LanguageTag language) => _options.Voices.For(language) ?? [];

    public Task<Speech> SpeakAsync(string spoken, LanguageTag language, string voice, CancellationToken cancel)
    {
        if (!VoicesFor(language).Contains(voice))
        {
            throw new VoiceException($"{Engine} has no voice '{voice}' for {language}: name it in HERITAGE_SPEECH_VOICES.");
        }

        var body = new Dictionary<string, string> { ["model"] = _options.Model, ["input"] = spoken, ["voice"] = voice, ["response_format"] = "wav" };
        if (_options.Instructions.Length > 0)
        {
            body["instructions"] = _options.Instructions;
        }

        return _client.SpeakAsync(
            () => new HttpRequestMessage(HttpMethod.Post, _url)
            {
                Content = JsonContent.Create(body),
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _options.Key) },
            },
            cancel);
    }

    public void Dispose() => _client.Dispose();

    private static string? Cure(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "check HERITAGE_SPEECH_KEY",
        HttpStatusCode.BadRequest => "check HERITAGE_SPEECH_MODEL and the names in HERITAGE_SPEECH_VOICES",
        HttpStatusCode.NotFound => "check that HERITAGE_SPEECH_URL ends in /v1, and HERITAGE_SPEECH_MODEL",
        _ => null,
    };
}
