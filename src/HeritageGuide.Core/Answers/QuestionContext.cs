using System.Text.RegularExpressions;
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
    /// <summary>Dossiers that the question names in full; see <see cref="DossierNames.WholeIn"/>.</summary>
    public IReadOnlyDictionary<string, double> WholeNames { get; init; } = new Dictionary<string, double>();

    /// <summary>How well each target fits the turn before, where the question goes on with it.</summary>
    public IReadOnlyDictionary<string, double> Earlier { get; init; } = new Dictionary<string, double>();
}

/// <summary>Which targets hold a person, a date, a number, a place or a cause: worked out once for each.</summary>
public sealed partial class TargetContents
{
    private readonly Dictionary<string, (bool Person, bool Date, bool Number, bool Place, bool Cause)> _contents = [];

    public TargetContents(Library library)
    {
        foreach (var dossier in library.Dossiers)
        {
            foreach (var claim in dossier.Claims)
            {
                var (year, number) = Numbers(claim.Vietnamese);
                _contents[claim.Id] = (claim.People.Count > 0, claim.Date is not null || year, number, Place().IsMatch(claim.Vietnamese), Cause().IsMatch(claim.Vietnamese));
            }

            foreach (var dispute in dossier.Disputes)
            {
                var text = string.Join(' ', dispute.Versions.Select(v => v.Text.In(LanguageTag.Vietnamese)));
                var (year, number) = Numbers(text);
                _contents[dispute.Id] = (true, year, number, Place().IsMatch(text), Cause().IsMatch(text));
            }
        }
    }

    /// <summary>Whether the target holds what a question of this type wants.</summary>
    public bool Fits(QuestionType type, string target)
    {
        var (person, date, number, place, cause) = _contents.GetValueOrDefault(target);
        return type switch
        {
            QuestionType.Who => person,
            QuestionType.When => date,
            QuestionType.HowMany => number,
            QuestionType.Where => place,
            QuestionType.Why => cause,
            _ => false,
        };
    }

    [GeneratedRegex(@"\b(ấp|xã|phường|huyện|thị xã|thị trấn|thành phố|tỉnh|làng|sông|kinh|rạch|bờ|ngã)\b")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(vì|do|nhờ|bởi|nhằm|để|nên|khiến|mục đích|ý nghĩa)\b")]
    private static partial Regex Cause();

    private static (bool Year, bool Number) Numbers(string text)
    {
        var words = WordReader.Read(text);
        return (words.Any(w => w.Script == Script.Digits && w.Folded.Length == 4),
            words.Any(w => w.Script == Script.Digits) || SpelledNumbers.In(words, LanguageTag.Vietnamese).Count > 0);
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
        _counts = Enumerable.Range(0, index.Cues.Count).Where(i => Says(index.Cues[i])).GroupBy(i => index.Cues[i].Dossier)
            .ToDictionary(g => g.Key, g => Bm25.Count(g.SelectMany(i => index.TermsOf(i).Distinct())));
    }

    /// <summary>Share of the question's weight in words and pairs of words that the dossier never says.</summary>
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
        [.. SearchTerms.Of(QuestionText.Normalize(text))];
}
