using System.Text.RegularExpressions;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>A sentence that a composer proposes, before it is proven.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Language">Language code of the sentence.</param>
/// <param name="Claims">Ids of the claims or disputes that it names.</param>
/// <param name="Quotes">The quotes that go with it.</param>
public sealed record ProposedSentence(string Text, string Language, IReadOnlyList<string> Claims, IReadOnlyList<ProposedQuote> Quotes)
{
    /// <summary>Name of the dossier, said before the sentence where nothing else names it; empty otherwise. It needs no proof but the citation.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The sentence as it is said.</summary>
    public string Said => Subject.Length > 0 ? $"{Subject}: {Text}" : Text;
}

/// <summary>A quote and where it is said to stand.</summary>
public sealed record ProposedQuote(string Passage, string Quote);

/// <summary>Why a sentence is not proven.</summary>
public enum Fault
{
    None,
    NoClaim,
    UnknownClaim,
    UnknownPassage,
    QuoteNotInPassage,
    QuoteOfOtherClaim,
    NumberNotInClaims,
    NameNotInClaims,
    NegationChanged,
    AttributionDropped,
    QuantifierChanged,
    ClaimsFused,
    TooLittleSupport,
}

/// <summary>
/// Proves a sentence against its claims: the quote stands verbatim in the passage and rests on the claim; every number, date and name
/// stands in the claims; negation and attribution are kept; enough of its words are theirs. This is where a wrong citation is caught.
/// </summary>
public sealed partial class CitationChecker(Library library)
{
    /// <summary>Least share of a sentence's content words that its claims and quotes hold; calibrated on planted faults (see benchmarks.md).</summary>
    public const double LeastSupport = 0.35;

    // What one claim holds is asked for again and again; sets of claims are too many to keep.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Evidence> _ofOneClaim = new();

    /// <summary>The first fault found, or none.</summary>
    public Fault Check(ProposedSentence sentence)
    {
        if (sentence.Claims.Count == 0)
        {
            return IsWordForWord(sentence) ? Fault.None : Fault.NoClaim;
        }

        if (sentence.Claims.Any(c => library.Claim(c) is null && library.Dispute(c) is null))
        {
            return Fault.UnknownClaim;
        }

        var fault = CheckQuotes(sentence);
        if (fault != Fault.None)
        {
            return fault;
        }

        if (IsTheirOwnWording(sentence))
        {
            return Fault.None;
        }

        var language = LanguageTag.Parse(sentence.Language);
        var evidence = sentence.Claims.Count == 1 ? OfOne(sentence.Claims[0]) : Evidence.Of(library, sentence.Claims);
        var stated = StatedFacts.Of(sentence.Text, language);
        if (stated.Digits.Any(d => !evidence.HasNumber(d)) || stated.Spelled.Any(n => IsTelling(n) && !evidence.HasNumber(n)))
        {
            return Fault.NumberNotInClaims;
        }

        if (stated.Names.Any(n => !evidence.HasWord(n) && !stated.Openers.Contains(n)))
        {
            return Fault.NameNotInClaims;
        }

        return ClaimFusion.IsIn(sentence, language, OfOne) ? Fault.ClaimsFused : CheckMeaning(sentence, language, evidence);
    }

    private Evidence OfOne(string claim) => _ofOneClaim.GetOrAdd(claim, c => Evidence.Of(library, [c]));

    // An original needs no claim: it may be said word for word, and in no other way.
    private bool IsWordForWord(ProposedSentence sentence) =>
        sentence.Quotes.Count == 1 && sentence.Quotes[0].Quote == sentence.Text
        && library.Passage(sentence.Quotes[0].Passage) is { Kind: "document" } passage
        && passage.Sentences.Any(s => passage.Text.AsSpan(s.Start, s.Length).SequenceEqual(sentence.Text));

    // A claim as it is written, or a dossier's sentence with the claims it names: what writers proved, the corpus check holds them to.
    private bool IsTheirOwnWording(ProposedSentence sentence) =>
        sentence.Claims.Count == 1 && library.Claim(sentence.Claims[0]) is { Claim: var claim } && (sentence.Text == claim.Vietnamese || sentence.Text == claim.English)
        || sentence.Quotes.Count == 1 && sentence.Quotes[0].Quote == sentence.Text
            && library.Passage(sentence.Quotes[0].Passage) is { } passage
            && passage.Sentences.Any(s => passage.Text.AsSpan(s.Start, s.Length).SequenceEqual(sentence.Text) && sentence.Claims.All(s.Claims.Contains));

    private Fault CheckQuotes(ProposedSentence sentence)
    {
        foreach (var quote in sentence.Quotes)
        {
            if (library.Passage(quote.Passage) is not { } passage)
            {
                return Fault.UnknownPassage;
            }

            var at = quote.Quote.Length == 0 ? -1 : passage.Text.IndexOf(quote.Quote, StringComparison.Ordinal);
            if (at < 0)
            {
                return Fault.QuoteNotInPassage;
            }

            var claims = passage.Sentences.Where(s => s.Start < at + quote.Quote.Length && at < s.Start + s.Length).SelectMany(s => s.Claims);
            if (!claims.Intersect(sentence.Claims).Any())
            {
                return Fault.QuoteOfOtherClaim;
            }
        }

        return Fault.None;
    }

    private Fault CheckMeaning(ProposedSentence sentence, LanguageTag language, Evidence evidence)
    {
        // Only Vietnamese, English and French are compared word by word: claims are not written in the other languages.
        if (language.Code is not ("vi" or "en"))
        {
            return Fault.None;
        }

        var claims = sentence.Claims.Select(c => ClaimText(c, language)).ToList();
        var quotes = sentence.Quotes.Select(q => q.Quote).ToList();
        if (Quantifiers(sentence.Text).Except(claims.Concat(quotes).SelectMany(Quantifiers)).Any())
        {
            return Fault.QuantifierChanged;
        }

        if (claims.Count == 1 && NegationCheck.IsChanged(sentence.Text, claims[0], quotes, language))
        {
            return Fault.NegationChanged;
        }

        if (claims.Any(c => Attribution().IsMatch(c)) && claims.Count == 1 && !Attribution().IsMatch(sentence.Text) && !claims.Any(c => c.Contains(sentence.Text, StringComparison.Ordinal)) && IsDoubtful(sentence.Claims))
        {
            return Fault.AttributionDropped;
        }

        var content = WordReader.Read(sentence.Text).Where(w => w.Script == Script.Latin && w.Length > 2).Select(w => w.Folded).Distinct().ToList();
        var held = content.Count(w => evidence.HasWord(w));
        return content.Count >= 4 && held < LeastSupport * content.Count ? Fault.TooLittleSupport : Fault.None;
    }

    private bool IsDoubtful(IReadOnlyList<string> claims) =>
        claims.Any(c => library.Claim(c) is { Claim.Standing: Standing.Disputed or Standing.Legend });

    private string ClaimText(string id, LanguageTag language) =>
        library.Claim(id)?.Claim.In(language)
        ?? string.Join(' ', library.Dispute(id)!.Value.Dispute.Versions.Select(v => v.Text.In(language)));

    // "một", "one" and "two" are articles and turns of speech more often than facts.
    private static bool IsTelling(int number) => number > 2;

    // "All", "only", "the first": what makes a statement stronger than it is.
    private static IEnumerable<string> Quantifiers(string text) => Quantifier().Matches(text).Select(m => m.Value.ToLowerInvariant());

    [GeneratedRegex(@"\b(tất cả|toàn bộ|duy nhất|luôn luôn|đầu tiên|lớn nhất|lâu đời nhất|nổi tiếng nhất|every|everyone|the only|always|the first|largest|biggest|oldest|greatest|most famous)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quantifier();

    [GeneratedRegex(@"\b(theo|nguồn|tương truyền|được cho là|ghi|kể|nói rằng|cho biết|tài liệu|bài báo|according|sources?|said|says|tradition|legend|account|article|put|give[sn]?|describe[sd]?|record(?:ed|s)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Attribution();
}
