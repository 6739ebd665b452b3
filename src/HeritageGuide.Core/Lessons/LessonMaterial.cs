using System.Text.RegularExpressions;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>A claim that a lesson may build on, with the sentence that tells it.</summary>
public sealed record TaughtClaim(Dossier Dossier, Claim Claim, IReadOnlyList<ProposedQuote> Quotes)
{
    /// <summary>The quote in which the fact stands word for word; null where none holds it.</summary>
    public ProposedQuote? QuoteWith(string fact) => Quotes.FirstOrDefault(q => FactReader.Has(q.Quote, fact));
}

/// <summary>What the chosen dossiers give a teacher: settled claims, dated claims, disputes, sections, stops.</summary>
public sealed partial class LessonMaterial
{
    public LessonMaterial(Library library, ExtractiveComposer composer, CitationChecker checker, LessonRequest request)
    {
        Checker = checker;
        Library = library;
        Composer = composer;
        Request = request;
        Dossiers = [.. request.Dossiers.Select(library.Dossier).OfType<Dossier>()];
        Claims =
        [
            .. Dossiers.SelectMany(d => d.Claims.Where(c => IsSettled(d, c)).Select(c => new TaughtClaim(d, c, composer.QuotesOf(c.Id, request.Language)))).Where(c => c.Quotes.Count > 0),
        ];
    }

    public Library Library { get; }
    public ExtractiveComposer Composer { get; }
    public CitationChecker Checker { get; }
    public LessonRequest Request { get; }
    public IReadOnlyList<Dossier> Dossiers { get; }

    /// <summary>Claims on which no source differs, told in the lesson's language.</summary>
    public IReadOnlyList<TaughtClaim> Claims { get; }

    /// <summary>The same order for the same seed, another one for another: no other chance is in a lesson.</summary>
    public IEnumerable<T> Shuffle<T>(IEnumerable<T> all, Func<T, string> key) =>
        all.OrderBy(x => StableHash.Of($"{Request.Seed}|{key(x)}")).ThenBy(key, StringComparer.Ordinal);

    /// <summary>The text of a dossier in the lesson's language; null where it is not told in it.</summary>
    public DossierText? TextOf(Dossier dossier) => dossier.TextIn(Request.Language);

    private static bool IsSettled(Dossier dossier, Claim claim) =>
        claim.Standing is Standing.Agreed or Standing.SingleSource && !dossier.Disputes.Any(d => d.Claims.Contains(claim.Id)) && !AboutTheRecord().IsMatch(claim.English);

    // What a claim says about its own sources ("the year is not in the passage read") is for curators, not for pupils.
    [GeneratedRegex(@"\bS\d|passage read|part read|not read|copy of|repost|boundaries before|names before", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheRecord();
}
