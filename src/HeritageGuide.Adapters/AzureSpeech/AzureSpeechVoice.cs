using System.Net;
using System.Net.Http.Headers;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.AzureSpeech;

/// <summary>Neural voices of Azure Speech through its REST service: SSML in, 24 kHz sound out, one sentence a request.</summary>
public sealed class AzureSpeechVoice : IVoice, IDisposable
{
    private const string Format = "riff-24khz-16bit-mono-pcm";
    private readonly AzureSpeechOptions _options;
    private readonly SpeechClient _client;

    public AzureSpeechVoice(AzureSpeechOptions options, TimeProvider clock)
    {
        _options = options;
        _client = new SpeechClient(Engine, options.Limits, Cure, clock);
    }

    public string Engine => "azure-speech";

    public string Settings => Format + _options.Rate;

    // The free tier is told by a price of nought.
    public VoicePrice? Price => _options.Price == 0 ? null : new VoicePrice(_options.Price, HanCountsTwice: true);

    public IReadOnlyList<string> VoicesFor(LanguageTag language) => _options.Voices.GetValueOrDefault(language.Code) ?? [];

    public Task<Speech> SpeakAsync(string spoken, LanguageTag language, string voice, CancellationToken cancel)
    {
        if (!VoicesFor(language).Contains(voice))
        {
            throw new VoiceException($"{Engine} has no voice '{voice}' for {language}: name it in AZURE_SPEECH_VOICES.");
        }

        var ssml = Ssml.Write(spoken, LocaleOf(voice), voice, _options.Rate);
        return _client.SpeakAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = new ByteArrayContent(ssml) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/ssml+xml");
                request.Headers.Add("Ocp-Apim-Subscription-Key", _options.Key);
                request.Headers.Add("X-Microsoft-OutputFormat", Format);
                request.Headers.UserAgent.Add(new ProductInfoHeaderValue("HeritageGuide", null));
                return request;
            },
            cancel);
    }

    public void Dispose() => _client.Dispose();

    // A voice's short name begins with its locale: vi-VN-HoaiMyNeural.
    private static string LocaleOf(string voice) => string.Join('-', voice.Split('-').Take(2));

    private static string? Cure(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "check AZURE_SPEECH_KEY, and that AZURE_SPEECH_REGION is the key's region",
        HttpStatusCode.BadRequest => "check that the region has the voices of AZURE_SPEECH_VOICES",
        HttpStatusCode.NotFound => "check AZURE_SPEECH_ENDPOINT",
        _ => null,
    };
}
