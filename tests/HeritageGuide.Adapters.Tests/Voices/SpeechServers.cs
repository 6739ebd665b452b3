using HeritageGuide.Adapters.AzureSpeech;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Tests.Voices;

/// <summary>The adapters of speech servers, set up as settings would, against a recorded server.</summary>
internal static class SpeechServers
{
    public static readonly SpeechLimits Quick = new() { Patience = TimeSpan.FromSeconds(10), LongestWait = TimeSpan.FromSeconds(3), FirstWait = TimeSpan.FromMilliseconds(20) };

    public static IVoice Voice(string kind, RecordedSpeechServer server, SpeechLimits? limits = null)
    {
        var faults = new List<string>();
        var settings = new Dictionary<string, string>
        {
            ["AZURE_SPEECH_KEY"] = RecordedSpeechServer.Key, ["AZURE_SPEECH_ENDPOINT"] = server.Url.ToString(),
            ["HERITAGE_SPEECH_KEY"] = RecordedSpeechServer.Key, ["HERITAGE_SPEECH_URL"] = new Uri(server.Url, "v1").ToString(), ["HERITAGE_SPEECH_MODEL"] = "recorded-tts",
        };
        IVoice voice = kind == "azure"
            ? new AzureSpeechVoice(AzureSpeechOptions.From(settings.GetValueOrDefault, faults)! with { Limits = limits ?? Quick }, TimeProvider.System)
            : new SpeechServerVoice(SpeechServerOptions.From(settings.GetValueOrDefault, faults)! with { Limits = limits ?? Quick }, TimeProvider.System);
        faults.ShouldBeEmpty();
        return voice;
    }
}
