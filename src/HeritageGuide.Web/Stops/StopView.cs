using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Web.Stops;

/// <summary>Puts a stop together for page and API.</summary>
internal static class StopView
{
    public static StopAnswer Answer(Library library, Narration narration, LanguageTag requested, NarrationAudio? audio, NarrationStudio studio)
    {
        var stop = narration.Stop;
        var dossier = library.Dossier(stop.Dossier)!;
        var claims = narration.Sentences.SelectMany(s => s.Claims).ToHashSet();
        var query = $"?lang={narration.Language}" + (audio is null ? "" : $"&voice={audio.Voice}");
        return new StopAnswer(
            stop.Slug, stop.Code, stop.Dossier, narration.Language.Code, requested.Code, stop.Title.In(narration.Language),
            new ReviewAnswer(narration.Review.Approved, narration.Review.By, narration.Review.On, narration.Review.Origin),
            [.. narration.Sentences.Select((s, i) => new StopSentence(s.Text, s.Claims, audio?.Times[i].StartMs, audio?.Times[i].EndMs))],
            audio is null ? null : new StopAudio(
                $"/api/v1/stops/{stop.Slug}/audio{query}", "audio/ogg", $"/api/v1/stops/{stop.Slug}/audio{query}&format=mp3", audio.DurationMs, audio.Voice,
                studio.VoicesFor(narration.Language), audio.Engine, true),
            library.PointOf(stop) is { } point ? new StopLocation(point.Latitude, point.Longitude, point.Precision) : null,
            Next(library, stop, narration.Language),
            [.. dossier.Claims.Where(c => claims.Contains(c.Id)).SelectMany(c => c.Sources).Distinct().Select(dossier.SourceOf).OfType<Source>().Select(SourceAnswer.From)],
            stop.Questions.GetValueOrDefault(narration.Language.Code) ?? []);
    }

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
