using System.Security.Cryptography;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Web.Lessons;

/// <summary>What is sent to have a lesson made: one of topic, dossiers or tour, and for whom.</summary>
public sealed record LessonBody(
    string? Topic, string[]? Dossiers, string? Tour, int? Grade, int? Minutes, string? Lang, string[]? Parts, int? Seed, int? Questions)
{
    private const int LongestTopic = 200;

    /// <summary>The request, or the key of the message that says what is wrong with it; near dossiers where a topic is not covered.</summary>
    public async Task<(LessonRequest? Request, string? Fault, IReadOnlyList<string> Near)> ReadAsync(PublishedGuide guide, CancellationToken cancel)
    {
        (LessonRequest?, string?, IReadOnlyList<string>) Wrong(string key, IReadOnlyList<string>? near = null) => (null, "error.lesson." + key, near ?? []);

        if (!LanguageTag.TryParse(Lang ?? "vi", out var language) || !LessonPhrases.LessonLanguages.Contains(language))
        {
            return Wrong("language");
        }

        if (LessonRequest.Fault(Grade, Minutes, Questions) is { } bound)
        {
            return Wrong(bound);
        }

        var parts = new List<LessonPart>();
        foreach (var name in Parts is { Length: > 0 } ? Parts : ["plan", "reading", "worksheet", "quiz", "timeline"])
        {
            if (name.Length > 20 || name.Any(char.IsDigit) || !Enum.TryParse<LessonPart>(name, ignoreCase: true, out var part))
            {
                return Wrong("parts");
            }

            parts.Add(part);
        }

        var (dossiers, fault, near) = await DossiersAsync(guide, language, cancel);
        return fault is not null
            ? Wrong(fault, near)
            : (new LessonRequest(dossiers, Grade!.Value, Minutes!.Value, language, [.. parts.Distinct()], Seed ?? RandomNumberGenerator.GetInt32(1, 1_000_000)) { Questions = Questions ?? 10 }, null, []);
    }

    private async Task<(IReadOnlyList<string> Dossiers, string? Fault, IReadOnlyList<string> Near)> DossiersAsync(PublishedGuide guide, LanguageTag language, CancellationToken cancel)
    {
        if (Dossiers is { Length: > 0 })
        {
            string[] chosen = [.. Dossiers.Distinct()];
            return chosen.Length > LessonRequest.MostDossiers ? ([], "many", [])
                : chosen.Any(d => guide.Library.Dossier(d) is null) ? ([], "dossier", [])
                : (chosen, null, []);
        }

        if (!string.IsNullOrWhiteSpace(Tour))
        {
            return guide.Library.Tour(Tour) is { } tour
                ? ([.. tour.Stops.Select(s => guide.Library.Stop(s.Stop)?.Dossier).OfType<string>().Distinct().Take(LessonRequest.MostDossiers)], null, [])
                : ([], "tour", []);
        }

        if (string.IsNullOrWhiteSpace(Topic) || Topic.Length > LongestTopic)
        {
            return ([], "subject", []);
        }

        var (found, near) = await new LessonTopics(guide.Kit).FindAsync(Topic, language, cancel);
        return found.Count > 0 ? (found, null, []) : ([], "topic", near);
    }
}
