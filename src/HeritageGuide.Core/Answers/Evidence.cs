using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Core.Answers;

/// <summary>Everything that a sentence may state because its claims, and the names and places of their dossier, hold it.</summary>
public sealed class Evidence
{
    private readonly HashSet<string> _numbers = [];
    private readonly HashSet<string> _words = [];

    /// <summary>Numbers and folded words of the claims or disputes named.</summary>
    public static Evidence Of(Library library, IEnumerable<string> ids)
    {
        var evidence = new Evidence();
        foreach (var id in ids)
        {
            if (library.Claim(id) is { } claim)
            {
                evidence.AddDossier(claim.Dossier);
                evidence.Add(claim.Claim.Vietnamese, LanguageTag.Vietnamese);
                evidence.Add(claim.Claim.English, LanguageTag.English);
                evidence.Add(claim.Claim.Date ?? "", LanguageTag.English);
                evidence.AddNames(claim.Claim.People);

                // "According to the article of 2023" is proven by the claim's source.
                foreach (var source in claim.Claim.Sources.Select(claim.Dossier.SourceOf).OfType<Source>())
                {
                    evidence.Add(source.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", LanguageTag.English);
                }
            }
            else if (library.Dispute(id) is { } dispute)
            {
                evidence.AddDossier(dispute.Dossier);
                evidence.Add(dispute.Dispute.About);
                foreach (var version in dispute.Dispute.Versions)
                {
                    evidence.Add(version.Text);
                    evidence.AddNames(version.Sources.Select(s => dispute.Dossier.SourceOf(s)?.Publisher ?? ""));
                }
            }
        }

        foreach (var term in library.Shared.Glossary.Where(t => t.Forms.Values.Any(evidence.Holds)))
        {
            evidence.AddNames(term.Forms.Values);
        }

        return evidence;
    }

    /// <summary>The number is stated, in digits, words, Roman numerals or as a month.</summary>
    public bool HasNumber(string digits) => _numbers.Contains(digits);

    public bool HasNumber(int value) => _numbers.Contains(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The folded word stands in the evidence.</summary>
    public bool HasWord(string folded) => _words.Contains(folded);

    private bool Holds(string form)
    {
        var words = WordReader.Read(form);
        return words.Count > 0 && words.All(w => _words.Contains(w.Folded));
    }

    // Names and addresses of the dossier itself may be said anywhere in it; their numbers may not.
    private void AddDossier(Dossier dossier)
    {
        AddNames(dossier.Names.Texts.Values);
        AddNames(dossier.Aliases);
        AddNames(dossier.Places.Select(p => p.Name));
        AddNames(dossier.Texts.Select(t => t.Title));
        AddNames(dossier.Sources.Select(s => s.Publisher ?? ""));
    }

    private void Add(Localized texts)
    {
        foreach (var (language, text) in texts.Texts)
        {
            Add(text, LanguageTag.Parse(language));
        }
    }

    private void Add(string text, LanguageTag language)
    {
        var words = WordReader.Read(text);
        foreach (var word in words)
        {
            _words.Add(word.Folded);
            if (word.Script == Script.Digits)
            {
                _numbers.Add(word.Folded);
            }
            else if (word.Script == Script.Latin && RomanNumeral.Parse(text.Substring(word.Start, word.Length)) is { } roman)
            {
                _numbers.Add(roman.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        _numbers.UnionWith(SpelledNumbers.In(words, language).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private void AddNames(IEnumerable<string> names) => _words.UnionWith(names.SelectMany(WordReader.Read).Select(w => w.Folded));
}
