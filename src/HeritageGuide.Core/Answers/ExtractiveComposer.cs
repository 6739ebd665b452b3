using System.Text.RegularExpressions;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Passages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Answers;

/// <summary>
/// Answers with the dossiers' own words: the claim as it is written, or the sentences that tell it in the asker's language. Needs no model.
/// </summary>
public sealed partial class ExtractiveComposer(Library library)
{
    private readonly ILookup<string, (Passage Passage, int Sentence)> _told = library.Passages
        .SelectMany(p => p.Sentences.Select((s, i) => (p, s, i)))
        .SelectMany(x => x.s.Claims.Select(c => (c, Place: (x.p, x.i))))
        .ToLookup(x => x.c, x => x.Place);

    private readonly DossierNames _names = new(library);

    /// <summary>The sentences that say the claims, each with its quotes; a claim that no text tells is left out.</summary>
    /// <param name="claims">Ids of claims, the best first.</param>
    /// <param name="language">Language of the answer.</param>
    /// <param name="known">What the asker has named already; a dossier that neither this nor its sentence names is named before it; null names each.</param>
    /// <param name="asTold">Whether to say the sentences in which the dossier's text tells the claims first.</param>
    public IEnumerable<ProposedSentence> Compose(IReadOnlyList<string> claims, LanguageTag language, string? known, bool asTold = false)
    {
        var (said, named) = (new HashSet<string>(), new HashSet<string>());
        foreach (var id in claims)
        {
            if (Say(id, language, asTold) is { } sentence && said.Add(sentence.Text))
            {
                yield return library.Claim(id)?.Dossier is { } dossier && named.Add(dossier.Id) ? Named(sentence, dossier, language, known) : sentence;
            }
        }
    }

    /// <summary>Whether any text tells a claim, so that it can be said with its proof.</summary>
    public bool Tells(string id) => library.DocumentSentence(id) is not null || _told[id].Any();

    /// <summary>The sentence that tells a claim or dispute best in a language, as a quote; falls back to English, then Vietnamese.</summary>
    public (ProposedQuote Quote, string Language)? QuoteOf(string id, LanguageTag language)
    {
        foreach (var code in Languages(language))
        {
            if (QuotesOf(id, LanguageTag.Parse(code)) is [var best, ..])
            {
                return (best, code);
            }
        }

        return null;
    }

    /// <summary>Every sentence that tells a claim or dispute in this language, the plainest first.</summary>
    public IReadOnlyList<ProposedQuote> QuotesOf(string id, LanguageTag language) =>
    [
        .. _told[id].Where(p => p.Passage.Language == language.Code)
            .OrderByDescending(p => Overlap(p.Passage, p.Sentence, id)).ThenBy(p => p.Passage.Id, StringComparer.Ordinal)
            .Select(p => new ProposedQuote(p.Passage.Id, TextOf(p.Passage, p.Sentence))),
    ];

    private ProposedSentence? Say(string id, LanguageTag language, bool asTold)
    {
        if (library.DocumentSentence(id) is { } original)
        {
            var quote = TextOf(original.Passage, original.Sentence);
            return new ProposedSentence(quote, original.Passage.Language, [], [new ProposedQuote(original.Passage.Id, quote)]);
        }

        if (library.Claim(id) is not { } found || QuoteOf(id, language) is not { } told)
        {
            return null;
        }

        // Vietnamese and English say the claim itself, which is written to stand alone. The other languages say it in their own text.
        if (asTold && _told[id].Where(p => p.Passage.Language == language.Code).Select(p => new ProposedQuote(p.Passage.Id, TextOf(p.Passage, p.Sentence))).FirstOrDefault() is { } first)
        {
            return new ProposedSentence(first.Quote, language.Code, ClaimsAt(first, id), [first]);
        }

        return told.Language != language.Code || language.Code is "vi" or "en"
            ? new ProposedSentence(found.Claim.In(language), language.Code == "vi" ? "vi" : "en", [id], [told.Quote])
            : new ProposedSentence(told.Quote.Quote, told.Language, ClaimsAt(told.Quote, id), [told.Quote]);
    }

    // A claim says "he" of its person and "the site" of its relic: the first sentence of each dossier says who or what that is.
    private ProposedSentence Named(ProposedSentence sentence, Dossier dossier, LanguageTag language, string? known) =>
        dossier.Kind == "person" && Pronoun().IsMatch(sentence.Text) || known is null || !_names.StandsIn(dossier.Id, known) && !_names.StandsIn(dossier.Id, sentence.Text)
            ? sentence with { Subject = dossier.Names.In(LanguageTag.Parse(sentence.Language)) }
            : sentence;

    [GeneratedRegex(@"^(Ông|Bà|Anh|Cô|He|His|She|Her)\b")]
    private static partial Regex Pronoun();

    private IReadOnlyList<string> ClaimsAt(ProposedQuote quote, string id)
    {
        var passage = library.Passage(quote.Passage)!;
        var at = passage.Text.IndexOf(quote.Quote, StringComparison.Ordinal);
        return [.. passage.Sentences.First(s => s.Start == at).Claims.OrderBy(c => c == id ? 0 : 1)];
    }

    private double Overlap(Passage passage, int sentence, string id)
    {
        var text = library.Claim(id)?.Claim.In(LanguageTag.Parse(passage.Language)) ?? "";
        var claim = SearchTerms.Of(text).ToHashSet();
        var told = SearchTerms.Of(TextOf(passage, sentence));
        var share = claim.Count == 0 ? 0 : (double)told.Distinct().Count(claim.Contains) / claim.Count;

        // A sentence that rests on this claim alone is the plainer proof.
        return share - 0.05 * passage.Sentences[sentence].Claims.Count + 0.001 * Math.Min(told.Count, 30);
    }

    private static IEnumerable<string> Languages(LanguageTag language) =>
        new[] { language.Code, language == LanguageTag.Vietnamese ? "vi" : "en", "vi", "en" }.Distinct();

    private static string TextOf(Passage passage, int sentence) =>
        passage.Text.Substring(passage.Sentences[sentence].Start, passage.Sentences[sentence].Length);
}
