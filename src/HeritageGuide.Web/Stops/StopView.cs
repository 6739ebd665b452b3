using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Web.Stops;

/// <summary>Puts a stop together for page and API.</summary>
internal static class StopView
{
    /// <summary>The longer version of a stop.</summary>
    public const string Long = "long";

    /// <summary>The version for those who cannot see what is there.</summary>
    public const string Description = "description";

    public static StopAnswer Answer(Library library, Narration narration, LanguageTag requested, NarrationAudio? audio, NarrationStudio studio, string? version)
    {
        var stop = narration.Stop;
        var dossier = library.Dossier(stop.Dossier)!;
        var claims = narration.Sentences.SelectMany(s => s.Claims).ToHashSet();
        var query = $"lang={narration.Language}{(version is null ? "" : "&version=" + version)}&voice={(audio?.Reader is null ? Uri.EscapeDataString(audio?.Voice ?? "") : NarrationAudio.Human)}";
        IReadOnlyList<string> voices = [.. studio.RecordingOf(narration) is null ? Array.Empty<string>() : [NarrationAudio.Human], .. studio.VoicesFor(narration.Language)];
        var times = audio is { Times.Count: > 0 } ? audio.Times : null;
        return new StopAnswer(
            stop.Slug, stop.Code, stop.Dossier, narration.Language.Code, requested.Code, stop.Title.In(narration.Language),
            new ReviewAnswer(narration.Review.Approved, narration.Review.By, narration.Review.On, narration.Review.Origin),
            [.. narration.Sentences.Select((s, i) => new StopSentence(s.Text, s.Claims, times?[i].StartMs, times?[i].EndMs))],
            audio is null ? null : new StopAudio(
                $"/api/v1/stops/{stop.Slug}/audio?{query}", "audio/ogg", $"/api/v1/stops/{stop.Slug}/audio.mp3?{query}", audio.DurationMs, audio.Voice,
                voices, audio.Engine, audio.Reader is null, audio.Reader),
            library.PointOf(stop) is { } point ? new StopLocation(point.Latitude, point.Longitude, point.Precision) : null,
            Next(library, stop, narration.Language),
            [.. dossier.Claims.Where(c => claims.Contains(c.Id)).SelectMany(c => c.Sources).Distinct().Select(dossier.SourceOf).OfType<Source>().Select(SourceAnswer.From)],
            stop.Questions.GetValueOrDefault(narration.Language.Code) ?? [],
            version == Description ? null : DescriptionOf(library, stop, narration.Language, studio));
    }

    /// <summary>Address of a stop's sound in a language and version.</summary>
    public static string Sound(Narration narration, string? version, string file = "audio") =>
        $"/api/v1/stops/{narration.Stop.Slug}/{file}?lang={narration.Language}{(version is null ? "" : "&version=" + version)}";

    private static StopDescription? DescriptionOf(Library library, Stop stop, LanguageTag language, NarrationStudio studio) =>
        NarrationPlan.Describe(library, stop, language) is { } description
            ? new StopDescription(
                description.Language.Code, [.. description.Sentences.Select(s => new StopSentence(s.Text, s.Claims, null, null))],
                studio.VoicesFor(description.Language).Count > 0 ? Sound(description, Description) : null)
            : null;

    public static StopLink? Next(Library library, Stop stop, LanguageTag language, string? tour = null)
    {
        if (library.Next(stop, tour) is not { } next)
        {
            return null;
        }

        var (here, there) = (library.PointOf(stop), library.PointOf(next));
        var known = here is not null && there is not null && here.Precision is "site" or "hamlet" && there?.Precision is "site" or "hamlet" && here != there;
        return new StopLink(
            next.Slug, next.Code, next.Title.In(language),
            known ? (int)StopFinder.Metres(here!.Latitude, here.Longitude, there!.Latitude, there.Longitude) : null,
            known ? (int)StopFinder.Bearing(here!.Latitude, here.Longitude, there!.Latitude, there.Longitude) : null);
    }
}
