using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Core.Answers;

/// <summary>Numbers the quotes of an answer in order of first use; the same quote keeps its number.</summary>
/// <param name="library">Where quotes are looked up.</param>
/// <param name="known">Citations to go on from, numbered from 1.</param>
internal sealed class CitationList(Library library, IReadOnlyList<Citation>? known = null)
{
    private readonly List<Citation> _citations = [.. known ?? []];

    public IReadOnlyList<Citation> All => _citations;

    public int NumberOf(ProposedQuote quote, IReadOnlyList<string> claims)
    {
        if (_citations.FirstOrDefault(c => c.Passage == quote.Passage && c.Quote == quote.Quote) is { } same)
        {
            return same.Number;
        }

        var passage = library.Passage(quote.Passage)!;
        var at = passage.Text.IndexOf(quote.Quote, StringComparison.Ordinal);
        var sentence = passage.Sentences.ToList().FindIndex(s => at < s.Start + s.Length);
        // What the sentence names first is what it was asked for; the other claims of the quote stand beside it.
        var told = claims.Concat(passage.Sentences[sentence].Claims).Distinct().ToList();
        var found = told.Select(library.Claim).OfType<(Dossier Dossier, Claim Claim)>().ToList();
        var sources = found.SelectMany(f => f.Claim.Sources.Select(f.Dossier.SourceOf))
            .Concat(told.Select(library.Dispute).OfType<(Dossier Dossier, Dispute Dispute)>().SelectMany(d => d.Dispute.Versions.SelectMany(v => v.Sources).Select(d.Dossier.SourceOf)))
            .OfType<Source>().DistinctBy(s => s.Id).ToList();
        if (library.Document(passage.Dossier) is { } document)
        {
            sources.Add(document.Source);
        }

        _citations.Add(new Citation(
            _citations.Count + 1, passage.Dossier, passage.Id, passage.Section, passage.Language, quote.Quote, sentence,
            [.. found.Select(f => f.Claim.Id)], library.Document(passage.Dossier) is not null ? Standing.SingleSource : found.Count == 0 ? Standing.Disputed : found.Max(f => f.Claim.Standing), sources));
        return _citations.Count;
    }
}
