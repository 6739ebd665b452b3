using System.Globalization;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>Which speech server of OpenAI's kind speaks, and with which voices.</summary>
public sealed record SpeechServerOptions
{
    // The languages that OpenAI says its voices follow; Khmer is not among them and must be named.
    private static readonly LanguageList Defaults = LanguageList.Parse("vi=alloy; en=alloy; fr=alloy; zh=alloy; ko=alloy; ja=alloy", "");

    /// <summary>Address that ends in <c>/v1</c> (<c>HERITAGE_SPEECH_URL</c>): OpenAI, Kokoro, openedai-speech, LocalAI, Speaches.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the model (<c>HERITAGE_SPEECH_MODEL</c>).</summary>
    public required string Model { get; init; }

    /// <summary>Key (<c>HERITAGE_SPEECH_KEY</c>); local servers take any.</summary>
    public string Key { get; init; } = ServerSettings.NoKey;

    /// <summary>Voices by language code, the default first (<c>HERITAGE_SPEECH_VOICES</c>, such as <c>en=af_heart,bf_emma; vi=</c>); once it is set, only the languages that it names are spoken.</summary>
    public LanguageList Voices { get; init; } = Defaults;

    /// <summary>How to speak (<c>HERITAGE_SPEECH_INSTRUCTIONS</c>), for models that take it; empty for none.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>Price of a million characters (<c>HERITAGE_SPEECH_PRICE</c>); null where it was not told.</summary>
    public decimal? Price { get; init; }

    public SpeechLimits Limits { get; init; } = new();

    /// <summary>The settings, or null where no server is configured; what is wrong is added to <paramref name="faults"/>.</summary>
    public static SpeechServerOptions? From(Func<string, string?> setting, ICollection<string> faults)
    {
        if (string.IsNullOrEmpty(setting("HERITAGE_SPEECH_URL")))
        {
            return null;
        }

        if (ServerSettings.From(setting, "HERITAGE_SPEECH") is not { Url.Scheme: "http" or "https" } server)
        {
            faults.Add("The speech server is not used: HERITAGE_SPEECH_URL must be an address that ends in /v1, and HERITAGE_SPEECH_MODEL must name a model.");
            return null;
        }

        var voices = LanguageList.Parse(setting("HERITAGE_SPEECH_VOICES"), "HERITAGE_SPEECH_VOICES");
        foreach (var fault in voices.Faults)
        {
            faults.Add(fault);
        }

        return new SpeechServerOptions
        {
            Url = server.Url,
            Model = server.Model,
            Key = server.Key,
            Voices = voices.Entries.Count > 0 ? voices : Defaults,
            Instructions = setting("HERITAGE_SPEECH_INSTRUCTIONS") ?? "",
            Price = decimal.TryParse(setting("HERITAGE_SPEECH_PRICE"), CultureInfo.InvariantCulture, out var price) && price >= 0 ? price : null,
            Limits = SpeechLimits.From(setting, "HERITAGE_SPEECH_TIMEOUT"),
        };
    }
}
