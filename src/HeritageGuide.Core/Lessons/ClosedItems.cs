using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>Items that ask for one fact of a claim: choice, true or false, gap.</summary>
internal sealed class ClosedItems(LessonMaterial material, WrongOptions wrong, FactReader reader, LessonPhrases phrases, Proofs proofs)
{
    private const int LongestStem = 260;
    private const int WrongCount = 3;

    /// <summary>Every fact that can be asked for, in the order of the seed, no claim twice before each had its turn.</summary>
    public IReadOnlyList<(TaughtClaim Taught, FactPiece Fact)> Facts { get; } = [.. FactsOf(material, reader)];

    public LessonItem? MultipleChoice(TaughtClaim taught, FactPiece fact)
    {
        var options = wrong.For(taught, fact, WrongCount);
        return options.Count < WrongCount ? null : Make(ItemKind.MultipleChoice, taught, fact, 1) with
        {
            Stem = phrases.Format("item.choice", Blanked(taught, fact)),
            Options = [.. material.Shuffle(options.Append(fact.Text), o => taught.Claim.Id + o)],
        };
    }

    public LessonItem? TrueFalse(TaughtClaim taught, FactPiece fact)
    {
        if (StableHash.Of($"{material.Request.Seed}|tf|{taught.Claim.Id}") % 2 == 0)
        {
            return Make(ItemKind.TrueFalse, taught, fact, 1) with { Stem = phrases.Format("item.trueFalse", Said(taught)), Key = ["true", fact.Text] };
        }

        return wrong.For(taught, fact, 1) is not [var other] ? null : Make(ItemKind.TrueFalse, taught, fact, 2) with
        {
            Stem = phrases.Format("item.trueFalse", FactReader.Replace(Said(taught), fact.Text, other)),
            Key = ["false", fact.Text],
        };
    }

    public LessonItem GapFill(TaughtClaim taught, FactPiece fact) =>
        Make(ItemKind.GapFill, taught, fact, 2) with { Stem = phrases.Format("item.gap", Blanked(taught, fact)) };

    public string Blanked(TaughtClaim taught, FactPiece fact) => FactReader.Replace(Said(taught), fact.Text, LessonItem.Gap);

    private string Said(TaughtClaim taught) => taught.Claim.In(material.Request.Language);

    private LessonItem Make(ItemKind kind, TaughtClaim taught, FactPiece fact, int difficulty) => new()
    {
        Id = $"{kind}.{taught.Claim.Id}.{StableHash.Of(fact.Text):x}".ToLowerInvariant(),
        Kind = kind,
        About = taught.Dossier.Names.In(material.Request.Language),
        Stem = "",
        Key = [fact.Text],
        Facts = [fact.Text],
        Citations = [proofs.NumberOf(taught.QuoteWith(fact.Text)!, [taught.Claim.Id])],
        Claims = [taught.Claim.Id],
        Difficulty = difficulty,
        Tag = phrases.TagOf(taught.Dossier.Kind, material.Request.Grade),
    };

    // The title stands above the item.
    private static bool IsGivenAway(string title, FactPiece fact) =>
        FactReader.Has(title, fact.Text) || fact.Kind is PieceKind.Day or PieceKind.Month or PieceKind.Year && FactReader.Has(title, fact.Text[^4..]);

    /// <summary>Whether the sentence still names somebody or something when the fact is taken out: else nobody knows what is asked about.</summary>
    private static bool StandsAlone(TaughtClaim taught, FactPiece fact, LanguageTag language) =>
        taught.Dossier.Kind == "person" || StatedFacts.Of(FactReader.Replace(taught.Claim.In(language), fact.Text, " "), language).Names.Count > 0;

    private static IEnumerable<(TaughtClaim Taught, FactPiece Fact)> FactsOf(LessonMaterial material, FactReader reader)
    {
        // What is worth most comes first; chance only chooses among equals.
        var perClaim = material.Shuffle(material.Claims.Where(material.IsAskable), c => c.Claim.Id).Select(taught =>
        {
            var said = taught.Claim.In(material.Request.Language);
            var name = taught.Dossier.Names.In(material.Request.Language);
            return said.Length > LongestStem ? [] : reader.Read(taught.Claim, material.Request.Language)
                .Where(f => taught.QuoteWith(f.Text) is not null && !IsGivenAway(name, f))
                .Select(f => (taught, f)).ToList();
        }).Where(l => l.Count > 0)
            .OrderByDescending(l => StandsAlone(l[0].taught, l[0].f, material.Request.Language))
            .ThenByDescending(l => (material.WorthOf(l[0].taught) - (l[0].f.Kind == PieceKind.Number ? 3 : 0)) / 2).ToList();
        for (var round = 0; perClaim.Any(l => l.Count > round); round++)
        {
            foreach (var list in perClaim.Where(l => l.Count > round))
            {
                yield return list[round];
            }
        }
    }
}

/// <summary>Numbers the quotes of a lesson.</summary>
internal sealed class Proofs(Dossiers.Library library)
{
    private readonly CitationList _citations = new(library);

    public IReadOnlyList<Citation> All => _citations.All;

    public int NumberOf(ProposedQuote quote, IReadOnlyList<string> claims) => _citations.NumberOf(quote, claims);
}
