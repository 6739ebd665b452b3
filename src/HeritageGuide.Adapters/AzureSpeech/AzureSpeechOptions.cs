using System.Globalization;
using System.Text.RegularExpressions;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.AzureSpeech;

/// <summary>Which Azure Speech resource speaks, and with which voices.</summary>
public sealed partial record AzureSpeechOptions
{
    private const string Path = "cognitiveservices/v1";

    // Checked against the service's list of voices of October 2025.
    private static readonly LanguageList Defaults = LanguageList.Parse(
        "vi=vi-VN-HoaiMyNeural,vi-VN-NamMinhNeural; en=en-GB-SoniaNeural,en-GB-RyanNeural; fr=fr-FR-DeniseNeural,fr-FR-HenriNeural; zh=zh-CN-XiaoxiaoNeural,zh-CN-YunxiNeural; "
        + "ko=ko-KR-SunHiNeural,ko-KR-InJoonNeural; ja=ja-JP-NanamiNeural,ja-JP-KeitaNeural; km=km-KH-SreymomNeural,km-KH-PisethNeural", "");

    /// <summary>Address of the synthesis, from <c>AZURE_SPEECH_ENDPOINT</c> or <c>AZURE_SPEECH_REGION</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>Key of the resource (<c>AZURE_SPEECH_KEY</c>).</summary>
    public required string Key { get; init; }

    /// <summary>Voices by language code, the default first (<c>AZURE_SPEECH_VOICES</c>, such as <c>vi=vi-VN-NamMinhNeural; km=</c>, over the defaults).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Voices { get; init; } = Defaults.Entries;

    /// <summary>Change of pace (<c>AZURE_SPEECH_RATE</c>), such as <c>-5%</c>; empty for the voices' own.</summary>
    public string Rate { get; init; } = "";

    /// <summary>Price of a million characters (<c>AZURE_SPEECH_PRICE</c>); null where it was not told.</summary>
    public decimal? Price { get; init; }

    public SpeechLimits Limits { get; init; } = new();

    /// <summary>The settings, or null where no resource is configured; what is wrong is added to <paramref name="faults"/>.</summary>
    public static AzureSpeechOptions? From(Func<string, string?> setting, ICollection<string> faults)
    {
        var (key, region, endpoint) = (setting("AZURE_SPEECH_KEY"), setting("AZURE_SPEECH_REGION"), setting("AZURE_SPEECH_ENDPOINT"));
        if (string.IsNullOrWhiteSpace(key))
        {
            if (!string.IsNullOrWhiteSpace(region) || !string.IsNullOrWhiteSpace(endpoint))
            {
                faults.Add("AZURE_SPEECH_KEY is not set, so Azure Speech is not used.");
            }

            return null;
        }

        if (UrlOf(region, endpoint) is not { } url)
        {
            faults.Add("Azure Speech is not used: set AZURE_SPEECH_REGION (such as southeastasia) or AZURE_SPEECH_ENDPOINT (an https address).");
            return null;
        }

        var voices = LanguageList.Parse(setting("AZURE_SPEECH_VOICES"), "AZURE_SPEECH_VOICES");
        foreach (var fault in voices.Faults.Concat(voices.Entries.SelectMany(v => v.Value).Where(n => !VoiceName().IsMatch(n)).Select(n => $"AZURE_SPEECH_VOICES: '{n}' is no name of a voice.")))
        {
            faults.Add(fault);
        }

        return new AzureSpeechOptions
        {
            Url = url,
            Key = key.Trim(),
            Voices = LanguageTag.All.ToDictionary(l => l.Code, l => (IReadOnlyList<string>)[.. (voices.For(l) ?? Defaults.For(l) ?? []).Where(n => VoiceName().IsMatch(n)).Distinct()]),
            Rate = setting("AZURE_SPEECH_RATE") is { } rate && Percentage().IsMatch(rate) ? rate : "",
            Price = decimal.TryParse(setting("AZURE_SPEECH_PRICE"), CultureInfo.InvariantCulture, out var price) && price >= 0 ? price : null,
            Limits = SpeechLimits.From(setting, "AZURE_SPEECH_TIMEOUT"),
        };
    }

    private static Uri? UrlOf(string? region, string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return region is not null && Region().IsMatch(region.Trim()) ? new Uri($"https://{region.Trim().ToLowerInvariant()}.tts.speech.microsoft.com/{Path}") : null;
        }

        if (!Uri.TryCreate(endpoint.Trim().TrimEnd('/'), UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            return null;
        }

        // A resource with a domain of its own serves every Azure AI service, so speech has a folder there.
        var own = url.Host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase) && url.AbsolutePath == "/" ? "tts/" : "";
        return url.AbsolutePath.EndsWith("/" + Path, StringComparison.Ordinal) ? url : new Uri($"{url.AbsoluteUri.TrimEnd('/')}/{own}{Path}");
    }

    [GeneratedRegex("^[a-zA-Z0-9]{2,40}$")]
    private static partial Regex Region();

    [GeneratedRegex("^[a-zA-Z]{2,3}-[A-Za-z0-9:-]{3,80}$")]
    private static partial Regex VoiceName();

    [GeneratedRegex(@"^[+-]\d{1,2}%$")]
    private static partial Regex Percentage();
}
