using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Answers;

/// <summary>What is known around a question when claims are ranked for it.</summary>
/// <param name="Type">What it wants to know.</param>
/// <param name="Stop">Dossier where the visitor stands; null where unknown.</param>
/// <param name="Conversation">Dossiers of the turn before, where the question goes on with it.</param>
/// <param name="ToldBefore">Claims of the turn before, where the question goes on with it.</param>
/// <param name="Uncovered">Share of the question's weight in terms that a dossier never says, 0 to 1.</param>
public sealed record QuestionContext(
    QuestionType Type, string? Stop, IReadOnlyCollection<string> Conversation, IReadOnlyCollection<string> ToldBefore, Func<string, double> Uncovered)
{
    /// <summary>Whether a claim holds what such a question wants: a person, a date, a number.</summary>
    public bool Fits(Library library, string target)
    {
        var claim = library.Claim(target)?.Claim;
        var text = claim?.Vietnamese ?? string.Join(' ', library.Dispute(target)?.Dispute.Versions.Select(v => v.Text.In(LanguageTag.Vietnamese)) ?? []);
        return Type switch
        {
            QuestionType.Who => claim is null || claim.People.Count > 0,
            QuestionType.When => claim?.Date is not null || WordReader.Read(text).Any(w => w.Script == Script.Digits && w.Folded.Length == 4),
            QuestionType.HowMany => WordReader.Read(text).Any(w => w.Script == Script.Digits) || SpelledNumbers.In(text, LanguageTag.Vietnamese).Count > 0,
            _ => false,
        };
    }
}

/// <summary>The terms that each dossier ever says, to see how much of a question it covers.</summary>
public sealed class DossierTerms
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts;
    private readonly CueIndex _index;

    public DossierTerms(CueIndex index)
    {
        _index = index;
        _counts = index.Cues.Where(Says).GroupBy(c => c.Dossier)
            .ToDictionary(g => g.Key, g => Bm25.Count(g.SelectMany(c => TermsOf(c.Text))));
    }

    /// <summary>Share of the question's weight in single words that the dossier never says.</summary>
    /// <param name="question">The question.</param>
    /// <param name="except">A cue that does not count as said, when a cue itself is asked; -1 for none.</param>
    public Func<string, double> UncoveredBy(string question, int except = -1)
    {
        var terms = TermsOf(question);
        var own = except >= 0 && Says(_index.Cues[except]) ? _index.Cues[except].Dossier : null;
        return dossier =>
        {
            if (!_counts.TryGetValue(dossier, out var counts))
            {
                return 1;
            }

            var (all, uncovered) = (0.0, 0.0);
            foreach (var term in terms)
            {
                var weight = _index.Idf(term) * _index.Focus.Rarity(dossier, term);
                all += weight;
                uncovered += counts.GetValueOrDefault(term) <= (dossier == own ? 1 : 0) ? weight : 0;
            }

            return all <= 0 ? 0 : uncovered / all;
        };
    }

    private static bool Says(Cue cue) => cue.Kind is not (CueKind.Gap or CueKind.OffTopic);

    private static HashSet<string> TermsOf(string text) =>
        [.. SearchTerms.Of(QuestionText.Normalize(text)).Where(t => !t.Contains('_', StringComparison.Ordinal))];
}
