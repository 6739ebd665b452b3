using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Core.Dossiers;

/// <summary>Checks what the texts say against the claims they name: numbers, names, disputes, length, what stays untold.</summary>
public sealed class TextCheck(Library library)
{
    private const int LongestSentence = 35;
    private const int ShortestStopSeconds = 40;
    private const int LongestStopSeconds = 125;

    private readonly HashSet<string> _ordinary = OrdinaryWords(library);

    public IEnumerable<Finding> Of(Dossier dossier)
    {
        foreach (var text in dossier.Texts)
        {
            var language = LanguageTag.Parse(text.Language);
            var file = $"dossiers/{dossier.Id}/text.{text.Language}.md";
            foreach (var sentence in text.Sections.SelectMany(s => s.Sentences))
            {
                foreach (var finding in Sentence(dossier, language, file, sentence))
                {
                    yield return finding;
                }
            }

            foreach (var finding in Untold(dossier, text, file).Concat(Stops(dossier, text, file, language)))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Sentence(Dossier dossier, LanguageTag language, string file, Sentence sentence)
    {
        var known = sentence.Claims.Where(c => library.Claim(c) is not null || library.Dispute(c) is not null).ToList();
        var stated = StatedFacts.Of(sentence.Text, language);
        if (sentence.Claims.Count == 0)
        {
            if (stated.Digits.Count > 0)
            {
                yield return new Finding(Severity.Error, file, sentence.Line, $"a number ({string.Join(", ", stated.Digits)}) stands in a sentence without a claim.", "Name the claim, or take the number out.");
            }

            yield break;
        }

        var evidence = Evidence.Of(library, known);
        var numbers = stated.Digits.Where(d => !evidence.HasNumber(d)).ToList();
        if (numbers.Count > 0)
        {
            yield return new Finding(Severity.Error, file, sentence.Line, $"{string.Join(", ", numbers)} stands in none of {string.Join(", ", known)}.", "Correct the number, or name the claim that holds it.");
        }

        var names = stated.Names.Where(n => !evidence.HasWord(n) && !(stated.Openers.Contains(n) && _ordinary.Contains(n))).ToList();
        if (names.Count > 0)
        {
            yield return new Finding(Severity.Error, file, sentence.Line, $"the capitalised '{string.Join(", ", names)}' stands in none of {string.Join(", ", known)}.", "Check the name, add it to the glossary, or name the claim that holds it.");
        }

        foreach (var settled in known.Where(c => IsToldAsSettled(dossier, c, known)))
        {
            yield return new Finding(Severity.Error, file, sentence.Line, $"the disputed claim {settled} is told as settled.", "Word it as disputed and name the dispute in the bracket.");
        }

        var length = language.Code == "vi" ? WordReader.Read(sentence.Text).Count * 3 / 4 : WordReader.Read(sentence.Text).Count;
        if (language.Code is "vi" or "en" or "fr" && length > LongestSentence)
        {
            yield return new Finding(Severity.Warning, file, sentence.Line, $"the sentence has about {length} words.", $"Cut it: over {LongestSentence} it is hard to follow by ear.");
        }
    }

    private static bool IsToldAsSettled(Dossier dossier, string claim, List<string> named) =>
        dossier.ClaimOf(claim) is { Standing: Standing.Disputed }
        && dossier.Disputes.Any(d => d.Claims.Contains(claim)) && !named.Any(n => dossier.DisputeOf(n) is not null);

    private static IEnumerable<Finding> Untold(Dossier dossier, DossierText text, string file)
    {
        var told = text.Sections.SelectMany(s => s.Sentences).SelectMany(s => s.Claims).ToHashSet();
        return dossier.Claims.Where(c => !told.Contains(c.Id) && dossier.Untold.All(u => u.Claim != c.Id))
            .Select(c => new Finding(Severity.Warning, file, 1, $"claim {c.Id} is not told.", "Tell it, or list it under 'untold:' with the reason."));
    }

    private static IEnumerable<Finding> Stops(Dossier dossier, DossierText text, string file, LanguageTag language)
    {
        foreach (var stop in dossier.Stops)
        {
            var sentences = stop.Sections.Select(text.SectionOf).OfType<Section>().SelectMany(s => s.Sentences).ToList();
            var seconds = ReadingTime.Seconds(sentences.Select(s => s.Text), language);
            if (sentences.Count > 0 && seconds is < ShortestStopSeconds or > LongestStopSeconds)
            {
                yield return new Finding(Severity.Warning, file, sentences[0].Line, $"stop {stop.Slug} takes about {seconds:F0} seconds.", "45 to 120 are wanted where the facts carry it.");
            }
        }
    }

    /// <summary>Words that the texts write in small letters somewhere: at the start of a sentence their capital names nothing.</summary>
    private static HashSet<string> OrdinaryWords(Library library) =>
    [
        .. library.Dossiers.SelectMany(d => d.Texts).SelectMany(t => t.Sections).SelectMany(s => s.Sentences)
            .SelectMany(s => WordReader.Read(s.Text).Where(w => char.IsLower(s.Text[w.Start])).Select(w => w.Folded)),
    ];
}
