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

    /// <summary>How much a claim is worth asking for: firm, told early, about people and dates rather than amounts.</summary>
    public int WorthOf(TaughtClaim taught) =>
        (taught.Claim.Standing == Standing.Agreed ? 2 : 0) + (taught.Claim.Sources.Count > 2 ? 1 : 0) + (taught.Claim.Date is null ? 0 : 1) + (taught.Claim.People.Count > 0 ? 1 : 0)
        + (TextOf(taught.Dossier) is { } text && text.Sections.Take(3).SelectMany(s => s.Sentences).Any(s => s.Claims.Contains(taught.Claim.Id)) ? 2 : 0);

    /// <summary>Whether a closed question can rest on the claim: it stands alone, is firm enough, and is not about the way there or the record itself.</summary>
    public bool IsAskable(TaughtClaim taught) =>
        !TheWayThere().IsMatch(taught.Claim.English) && !TheWayThere().IsMatch(taught.Claim.Vietnamese)
        && (taught.Dossier.Kind == "person" || !Dangling().IsMatch(taught.Claim.In(Request.Language)))
        && taught.Claim.Sources.Select(taught.Dossier.SourceOf).Any(s => s is { Weak: false });

    private static bool IsSettled(Dossier dossier, Claim claim) =>
        claim.Standing is Standing.Agreed or Standing.SingleSource && !dossier.Disputes.Any(d => d.Claims.Contains(claim.Id))
        && !AboutTheRecord().IsMatch(claim.English) && !AboutTheRecord().IsMatch(claim.Vietnamese);

    // What a claim says about its own sources ("the year is not in the passage read") is for curators, not for pupils.
    [GeneratedRegex(@"\bS\d|passage read|part read|not read|copy of|mirror|repost|aggregator|\bblog|boundaries before|names before|bản sao|phần đọc được|đoạn đọc được|trang tổng hợp|không rõ năm", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheRecord();

    [GeneratedRegex(@"\bkm (?:from|along|south|north|east|west)|\baddress\b|\bturn (?:left|right)|\bby road\b|đi theo|rẽ (?:trái|phải)|địa chỉ|cách .{1,30} km|khoảng \d+ km thì", RegexOptions.IgnoreCase)]
    private static partial Regex TheWayThere();

    // Without the sentence before it, nobody knows which meeting "this meeting" was.
    [GeneratedRegex(@"^(?:It|He|She|They|This|That|These|Those|His|Her|Its|Their|Ông|Bà|Nó|Họ|Đây|Lễ trao|Hai tỉnh|The (?:group|list|club|old bridge|article|newspaper)|An? (?:source|article)|One source|Target|Bài (?:viết|báo)|Một (?:nguồn|bài)|Cầu cũ|Lúc đó|Cuộc chiến|Thị xã)\b|\b(?:this|that|these|those) (?:meeting|article|source|account|year|place|battle|plan|day)|\b(?:này|ấy|bấy giờ|khi đó|nói trên)\b")]
    private static partial Regex Dangling();
}
