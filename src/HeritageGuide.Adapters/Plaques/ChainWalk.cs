using System.Net;
using System.Text.Json;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Plaques;

/// <summary>One plaque in one language, followed link by link.</summary>
internal sealed class ChainWalk(GuideClient client, VerificationOptions options, Library library, Plaque plaque, LanguageTag language)
{
    private readonly List<BrokenLink> _broken = [];
    private bool _voiced;

    public async Task<PlaqueChain> FollowAsync(CancellationToken cancel)
    {
        // The address as it is printed: upper case.
        var path = $"/Q/{plaque.Code}?lang={language}";
        var scan = await client.PageAsync(path, cancel);
        if (plaque.State == PlaqueState.Retired)
        {
            await RetiredAsync(path, scan, cancel);
        }
        else if (Holds(ChainStep.Code, path, scan, HttpStatusCode.SeeOther))
        {
            var expected = $"/{language}/stops/{plaque.Stop}";
            if (Holds(ChainStep.Code, path, scan.Location == expected && library.Stop(plaque.Stop) is not null, $"leads to {scan.Location ?? "nowhere"} instead of {expected}"))
            {
                await StopAsync(expected, cancel);
            }
        }

        return new PlaqueChain(plaque.Code, plaque.State == PlaqueState.Retired ? null : plaque.Stop, language.Code, _voiced, _broken);
    }

    private async Task RetiredAsync(string path, GuideAnswer scan, CancellationToken cancel)
    {
        if (Holds(ChainStep.Code, path, scan, HttpStatusCode.Gone) && Holds(ChainStep.Page, path, GuidePage.LanguageOf(scan.Text) == language.Bcp47, $"is in {GuidePage.LanguageOf(scan.Text)}, not {language.Bcp47}")
            && plaque.To is { } to && Holds(ChainStep.Page, path, GuidePage.Links(scan.Text, $"/{language}/stops/{to}"), "does not say where the story went"))
        {
            Holds(ChainStep.Next, $"/{language}/stops/{to}", await client.PageAsync($"/{language}/stops/{to}", cancel), HttpStatusCode.OK);
        }
    }

    private async Task StopAsync(string path, CancellationToken cancel)
    {
        var page = await client.PageAsync(path, cancel);
        if (!Holds(ChainStep.Page, path, page, HttpStatusCode.OK)
            || !Holds(ChainStep.Page, path, GuidePage.LanguageOf(page.Text) == language.Bcp47, $"is in {GuidePage.LanguageOf(page.Text)}, not {language.Bcp47}"))
        {
            return;
        }

        var api = $"/api/v1/stops/{plaque.Stop}?lang={language}";
        var told = await client.PageAsync(api, cancel);
        if (!Holds(ChainStep.Transcript, api, told, HttpStatusCode.OK))
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(told.Body);
            await TranscriptAsync(api, path, page.Text, json.RootElement, cancel);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Holds(ChainStep.Transcript, api, false, $"is not the answer that the contract promises: {e.Message}");
        }
    }

    private async Task TranscriptAsync(string api, string path, string page, JsonElement stop, CancellationToken cancel)
    {
        var sentences = stop.GetProperty("sentences").EnumerateArray().Select(s => s.GetProperty("text").GetString() ?? "").ToList();
        Holds(ChainStep.Transcript, api, stop.GetProperty("lang").GetString() == language.Code, $"tells the story in {stop.GetProperty("lang").GetString()}");
        Holds(ChainStep.Transcript, api, sentences.Count > 0 && sentences.TrueForAll(s => s.Trim().Length > 0), "has no text");
        Holds(ChainStep.Page, path, GuidePage.Shows(page, sentences), "does not show the text");
        await AudioAsync(stop.GetProperty("audio"), cancel);
        if (stop.GetProperty("next") is { ValueKind: JsonValueKind.Object } next)
        {
            var address = $"/{language}/stops/{next.GetProperty("slug").GetString()}";
            Holds(ChainStep.Next, path, GuidePage.Links(page, address), $"does not lead on to {address}");
            Holds(ChainStep.Next, address, await client.PageAsync(address, cancel), HttpStatusCode.OK);
        }
    }

    private async Task AudioAsync(JsonElement audio, CancellationToken cancel)
    {
        var path = $"/api/v1/stops/{plaque.Stop}/audio?lang={language}";
        if (audio.ValueKind != JsonValueKind.Object)
        {
            Holds(ChainStep.Audio, path, options.TextOnly.Contains(language.Code), "has no sound");
            return;
        }

        foreach (var (key, sound) in ((string, Func<byte[], bool>)[])[("url", AudioBytes.IsOggOpus), ("mp3Url", AudioBytes.IsMp3)])
        {
            path = audio.GetProperty(key).GetString()!;
            var answer = await client.BeginningAsync(path, AudioBytes.Beginning, cancel);
            if (!Holds(ChainStep.Audio, path, answer.Status is HttpStatusCode.OK or HttpStatusCode.PartialContent, Problem(answer)))
            {
                continue;
            }

            var seconds = audio.GetProperty("durationMs").GetInt32() / 1_000.0;
            Holds(ChainStep.Audio, path, sound(answer.Body), $"is no sound: it begins with {Convert.ToHexString(answer.Body.AsSpan(0, Math.Min(8, answer.Body.Length)))}");
            Holds(ChainStep.Audio, path, (answer.Length ?? answer.Body.Length) >= seconds * AudioBytes.FewestBytesASecond, $"has {answer.Length} bytes for {seconds:0} seconds: it is cut off");
            _voiced = true;
        }
    }

    private bool Holds(ChainStep step, string path, GuideAnswer answer, HttpStatusCode expected) => Holds(step, path, answer.Status == expected, Problem(answer));

    private bool Holds(ChainStep step, string path, bool holds, string problem)
    {
        if (!holds)
        {
            _broken.Add(new BrokenLink(step, path, problem));
        }

        return holds;
    }

    private static string Problem(GuideAnswer answer) => answer.Failure ?? $"answered {(int)answer.Status}";
}
