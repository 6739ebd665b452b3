using HeritageGuide.Adapters.AzureSpeech;
using HeritageGuide.Adapters.Espeak;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Voices;

/// <summary>Builds the voices that the settings name.</summary>
internal static class VoiceServices
{
    /// <summary>The chain of voices: espeak-ng always, the others where they are configured.</summary>
    public static VoiceChain Build(Func<string, string?> setting, TimeProvider clock)
    {
        var faults = new List<string>();
        var engines = new List<(string Name, IVoice Voice)>();
        if (AzureSpeechOptions.From(setting, faults) is { } azure)
        {
            engines.Add(("azure", new AzureSpeechVoice(azure, clock)));
        }

        if (SpeechServerOptions.From(setting, faults) is { } server)
        {
            engines.Add(("openai", new SpeechServerVoice(server, clock)));
        }

        engines.Add(("espeak", new EspeakVoice()));
        return new VoiceChain(engines, LanguageList.Parse(setting("HERITAGE_VOICES"), "HERITAGE_VOICES"), faults);
    }
}
