using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>Items that bring several facts together: matching, and the order of time.</summary>
internal sealed partial class ArrangedItems(LessonMaterial material, ClosedItems closed, LessonPhrases phrases, Proofs proofs)
{
    private const int MostPairs = 4;
    private const int FewestPairs = 3;
    private const int MostEvents = 5;
    private const int FewestEvents = 4;
    private const int LongestEvent = 200;

    /// <summary>Facts of one kind and the sentences that they complete; no fact fits two of the sentences.</summary>
    public IEnumerable<LessonItem> Matching()
    {
        foreach (var kind in closed.Facts.GroupBy(f => (f.Taught.Dossier.Id, f.Fact.Kind)).Where(g => g.Key.Kind is PieceKind.Person or PieceKind.Day or PieceKind.Year or PieceKind.Place))
        {
            var chosen = new List<(TaughtClaim Taught, FactPiece Fact)>();
            foreach (var candidate in kind)
            {
                if (chosen.Count < MostPairs && chosen.All(c => !Clashes(c, candidate)))
                {
                    chosen.Add(candidate);
                }
            }

            if (chosen.Count >= FewestPairs)
            {
                yield return Make(ItemKind.Matching, $"{kind.Key.Id}.{kind.Key.Kind}", chosen[0].Taught, [.. chosen.Select(c => (c.Taught, c.Fact.Text))], 2) with
                {
                    Stem = phrases["item.matching"],
                    Pairs = [.. chosen.Select(c => new ItemPair(c.Fact.Text, closed.Blanked(c.Taught, c.Fact)))],
                    Options = [.. material.Shuffle(chosen.Select(c => c.Fact.Text), t => "pair" + t)],
                    Key = [.. chosen.Select(c => c.Fact.Text)],
                };
            }
        }
    }

    /// <summary>Events of different years to be put in order; their dates are blanked out.</summary>
    public IEnumerable<LessonItem> Ordering()
    {
        foreach (var dossier in closed.Facts.Where(f => IsWholeDate(f.Fact) && f.Taught.Claim.In(material.Request.Language).Length <= LongestEvent && !TellsItsPlace().IsMatch(f.Taught.Claim.In(material.Request.Language))).GroupBy(f => f.Taught.Dossier.Id))
        {
            var events = dossier.DistinctBy(f => f.Taught.Claim.Id).DistinctBy(f => YearOf(f.Fact)).Where(f => OnlyYear(f.Taught, f.Fact)).Take(MostEvents).ToList();
            if (events.Count >= FewestEvents)
            {
                var order = events.OrderBy(f => YearOf(f.Fact)).Select(f => closed.Blanked(f.Taught, f.Fact)).ToList();
                yield return Make(ItemKind.Ordering, dossier.Key, events[0].Taught, [.. events.Select(e => (e.Taught, e.Fact.Text))], 3) with
                {
                    Stem = phrases["item.ordering"],
                    Options = [.. material.Shuffle(order, o => "order" + o)],
                    Key = order,
                };
            }
        }
    }

    private LessonItem Make(ItemKind kind, string id, TaughtClaim first, IReadOnlyList<(TaughtClaim Taught, string Fact)> facts, int difficulty) => new()
    {
        Id = $"{kind}.{id}".ToLowerInvariant(),
        Kind = kind,
        About = first.Dossier.Names.In(material.Request.Language),
        Stem = "",
        Key = [],
        Facts = [.. facts.Select(f => f.Fact)],
        Citations = [.. facts.Select(f => proofs.NumberOf(f.Taught.QuoteWith(f.Fact)!, [f.Taught.Claim.Id]))],
        Claims = [.. facts.Select(f => f.Taught.Claim.Id)],
        Difficulty = difficulty,
        Tag = phrases.TagOf(first.Dossier.Kind, material.Request.Grade),
    };

    private bool Clashes((TaughtClaim Taught, FactPiece Fact) a, (TaughtClaim Taught, FactPiece Fact) b)
    {
        var (x, y) = (a.Taught.Claim.In(material.Request.Language), b.Taught.Claim.In(material.Request.Language));
        var (wordsX, wordsY) = (WrongOptions.ContentWords(x), WrongOptions.ContentWords(y));
        return a.Taught.Claim.Id == b.Taught.Claim.Id || a.Fact.Text == b.Fact.Text || FactReader.Has(x, b.Fact.Text) || FactReader.Has(y, a.Fact.Text)
            || FactReader.Has(a.Fact.Text, b.Fact.Text) || FactReader.Has(b.Fact.Text, a.Fact.Text)
            || wordsX.Count(wordsY.Contains) > 0.7 * Math.Min(wordsX.Count, wordsY.Count);
    }

    // "Earlier, …" and "since then" give the order away.
    [GeneratedRegex(@"^(?:earlier|later|first|since|then|after(?:wards)?|before|trước đó|sau đó|đầu tiên|từ đó|kế đó)\b|\b(?:appears earlier|since then|từ đó)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TellsItsPlace();

    private static bool IsWholeDate(FactPiece fact) => fact.Kind is PieceKind.Day or PieceKind.Month or PieceKind.Year;

    private static string YearOf(FactPiece fact) => fact.Text[^4..];

    // A second year in the sentence would tell the order, or belong to another event.
    private bool OnlyYear(TaughtClaim taught, FactPiece fact) =>
        WordReader.Read(taught.Claim.In(material.Request.Language)).Count(w => w.Script == Script.Digits && w.Length == 4) == 1
        && (taught.Claim.Date is null || taught.Claim.Date.Contains(YearOf(fact), StringComparison.Ordinal));
}
