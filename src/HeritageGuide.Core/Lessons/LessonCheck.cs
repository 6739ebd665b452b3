using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>What is wrong with an item.</summary>
public enum ItemFault
{
    /// <summary>The fact that makes the key right does not stand word for word in a cited quote.</summary>
    KeyNotInQuote,

    /// <summary>A wrong option would be proven by some claim of the dossier.</summary>
    WrongOptionAlsoTrue,

    /// <summary>Two options are the same.</summary>
    SameOptions,

    /// <summary>The right option is not among the options.</summary>
    KeyMissing,
}

/// <summary>Proves items in another way than they were made: with the checker that proves answers.</summary>
public sealed class LessonCheck(Library library, CitationChecker checker, ExtractiveComposer composer)
{
    /// <summary>The faults of one item of a lesson; none for a good one.</summary>
    public IEnumerable<ItemFault> Of(Lesson lesson, LessonItem item)
    {
        var quotes = lesson.Citations.Where(c => item.Citations.Contains(c.Number)).Select(c => c.Quote).ToList();
        if (item.Facts.Any(f => !quotes.Any(q => q.Contains(f, StringComparison.Ordinal))))
        {
            yield return ItemFault.KeyNotInQuote;
        }

        if (item.Options.Distinct().Count() != item.Options.Count)
        {
            yield return ItemFault.SameOptions;
        }

        if (item.Kind == ItemKind.MultipleChoice && !item.Options.Contains(item.Key[0]))
        {
            yield return ItemFault.KeyMissing;
        }

        if (library.Claim(item.Claims[0]) is { } found && WrongStatements(item, found.Claim, LanguageTag.Parse(lesson.Language)).Any(s => IsProven(s.Text, found.Dossier, s.Language, composer, checker)))
        {
            yield return ItemFault.WrongOptionAlsoTrue;
        }
    }

    /// <summary>Whether some claim of the dossier proves a statement.</summary>
    public static bool IsProven(string statement, Dossier dossier, LanguageTag language, ExtractiveComposer composer, CitationChecker checker) =>
        dossier.Claims.Any(c => composer.QuotesOf(c.Id, language) is [var quote, ..]
            && checker.Check(new ProposedSentence(statement, language.Code, [c.Id], [quote])) == Fault.None);

    private static IEnumerable<(string Text, LanguageTag Language)> WrongStatements(LessonItem item, Claim claim, LanguageTag language) => item.Kind switch
    {
        ItemKind.MultipleChoice => LessonPhrases.LessonLanguages.Where(l => FactReader.Has(claim.In(l), item.Key[0]))
            .SelectMany(l => item.Options.Where(o => o != item.Key[0]).Select(o => (FactReader.Replace(claim.In(l), item.Key[0], o), l))),
        ItemKind.TrueFalse when item.Key[0] == "false" => [(item.Stem[(item.Stem.IndexOf('?', StringComparison.Ordinal) + 2)..], language)],
        _ => [],
    };
}
