using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Web.Stops;

namespace HeritageGuide.Web.Dossiers;

/// <summary>A dossier in a list.</summary>
public sealed record DossierEntry(string Id, string Name, string Kind, string? Rank, string Summary, string Url);

/// <summary>A dossier as the API tells it.</summary>
public sealed record DossierAnswer(
    string Id, string Lang, string RequestedLang, string Name, IReadOnlyList<string> Aliases, string Kind, string? Category, string? Rank, Decision? Decision, IReadOnlyList<DatedPlace> Places,
    Coordinates? Coordinates, string Summary, IReadOnlyList<SectionAnswer> Sections, IReadOnlyList<ClaimAnswer> Claims, IReadOnlyList<DisputeAnswer> Disputes,
    IReadOnlyList<SourceAnswer> Sources, IReadOnlyList<DossierStop> Stops, ReviewAnswer? Review, string Rights)
{
    public static DossierAnswer From(Dossier dossier, LanguageTag language)
    {
        var text = dossier.TextIn(language) ?? dossier.TextIn(LanguageTag.English) ?? dossier.TextIn(LanguageTag.Vietnamese);
        return new DossierAnswer(
            dossier.Id, text?.Language ?? "vi", language.Code, dossier.Names.In(language), dossier.Aliases, dossier.Kind, dossier.Category, dossier.Rank, dossier.Decision, dossier.Places,
            dossier.Coordinates, dossier.Summary.In(language),
            [.. (text?.Sections ?? []).Select(s => new SectionAnswer(s.Id, s.Heading, [.. s.Sentences.Select(x => new SentenceAnswer(x.Text, x.Claims))]))],
            [.. dossier.Claims.Select(c => new ClaimAnswer(c.Id, c.In(language), language == LanguageTag.Vietnamese ? "vi" : "en", c.Date, c.People, StandingName(c.Standing), c.Sources))],
            [.. dossier.Disputes.Select(d => new DisputeAnswer(d.Id, d.About.In(language), d.Claims, [.. d.Versions.Select(v => new VersionAnswer(v.Text.In(language), v.Sources))]))],
            [.. dossier.Sources.Select(SourceAnswer.From)],
            [.. dossier.Stops.Select(s => new DossierStop(s.Slug, s.Code, s.Title.In(language), [.. s.Beacons.Select(b => b.Value)]))],
            text is null ? null : new ReviewAnswer(text.Review.Approved, text.Review.By, text.Review.On, text.Review.Origin),
            dossier.Rights);
    }

    public static string StandingName(Standing standing) => standing switch
    {
        Standing.SingleSource => "single-source",
        _ => standing.ToString().ToLowerInvariant(),
    };
}

/// <summary>A section of the text.</summary>
public sealed record SectionAnswer(string Id, string Heading, IReadOnlyList<SentenceAnswer> Sentences);

/// <summary>A sentence and what it rests on.</summary>
public sealed record SentenceAnswer(string Text, IReadOnlyList<string> Claims);

/// <summary>A claim with its standing and sources.</summary>
public sealed record ClaimAnswer(string Id, string Text, string Lang, string? Date, IReadOnlyList<string> People, string Standing, IReadOnlyList<string> Sources);

/// <summary>A dispute with all versions.</summary>
public sealed record DisputeAnswer(string Id, string About, IReadOnlyList<string> Claims, IReadOnlyList<VersionAnswer> Versions);

/// <summary>One version of a dispute.</summary>
public sealed record VersionAnswer(string Text, IReadOnlyList<string> Sources);

/// <summary>A stop of the dossier.</summary>
public sealed record DossierStop(string Slug, string Code, string Title, IReadOnlyList<string> Beacons);
