using System.Globalization;
using System.Text.RegularExpressions;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Tests.Corpus;

/// <summary>Ways to make a true sentence false; each gives null where the sentence has no place for it.</summary>
internal static partial class PlantedFaults
{
    public static IEnumerable<(string Kind, Func<ProposedSentence, ProposedSentence?> Plant)> Kinds(Library library)
    {
        var persons = library.Dossiers.SelectMany(d => d.Claims).SelectMany(c => c.People).Distinct().ToList();
        var everySentence = library.Passages.SelectMany(p => p.Sentences.Select(s => (Passage: p, Text: p.Text.Substring(s.Start, s.Length), s.Claims))).ToList();

        yield return ("number one more", s => Swap(s, Number(), n => (long.Parse(Plain(n), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), library));
        yield return ("year shifted by ten", s => Swap(s, Year(), y => (int.Parse(y, CultureInfo.InvariantCulture) + 10).ToString(CultureInfo.InvariantCulture), library));
        yield return ("day shifted", s => Swap(s, Day(), d => (int.Parse(d, CultureInfo.InvariantCulture) % 28 + 1).ToString(CultureInfo.InvariantCulture), library));
        yield return ("number of another claim", s =>
        {
            var other = library.Claim(s.Claims[0])!.Value.Dossier.Claims.SelectMany(c => Number().Matches(c.In(LanguageTag.Parse(s.Language)))).Select(m => m.Value).Distinct().ToList();
            return Swap(s, Number(), n => other.FirstOrDefault(o => o != n) ?? n, library);
        });
        yield return ("person swapped", s =>
        {
            var named = persons.FirstOrDefault(p => p.Contains(' ') && s.Text.Contains(p, StringComparison.Ordinal));
            return named is null ? null : s with { Text = s.Text.Replace(named, persons.First(p => p.Split(' ').Length > 1 && !p.Split(' ').Intersect(named.Split(' ')).Any()), StringComparison.Ordinal) };
        });
        yield return ("negation added", s => IsNegated(s) ? null : Changed(s, s.Language == "en" ? Was().Replace(s.Text, "$0 not", 1) : VietnameseVerb().Replace(s.Text, " không$0", 1)));
        yield return ("negation taken away", s => !Negation(s.Language).IsMatch(library.Claim(s.Claims[0])!.Value.Claim.In(LanguageTag.Parse(s.Language))) ? null : Changed(s, Negation(s.Language).Replace(s.Text, "")));
        yield return ("only, all", s => Changed(s, s.Language == "en" ? Was().Replace(s.Text, "$0 the only one that was", 1) : VietnameseVerb().Replace(s.Text, " duy nhất$0", 1)));
        yield return ("claim of another dossier", s =>
        {
            var other = everySentence.First(t => t.Claims.Count == 1 && library.Claim(t.Claims[0]) is { } c && c.Dossier.Id != library.OwnerOf(s.Claims[0]) && t.Passage.Language == s.Language);
            return s with { Claims = other.Claims, Quotes = [new ProposedQuote(other.Passage.Id, other.Text)] };
        });
        yield return ("quote altered", s => s with { Quotes = [s.Quotes[0] with { Quote = s.Quotes[0].Quote.TrimEnd('.') + "!" }] });
        yield return ("quote of another claim", s =>
        {
            var other = everySentence.First(t => t.Passage.Dossier == library.OwnerOf(s.Claims[0]) && t.Claims.Count > 0 && !t.Claims.Contains(s.Claims[0]));
            return s with { Quotes = [new ProposedQuote(other.Passage.Id, other.Text)] };
        });
        yield return ("claim that is not there", s => s with { Claims = [s.Claims[0] + "99"] });
        yield return ("no claim", s => s with { Claims = [] });
        yield return ("two claims fused", s =>
        {
            var own = Number().Matches(s.Text).Select(m => m.Value).ToList();
            var other = library.Claim(s.Claims[0])!.Value.Dossier.Claims.FirstOrDefault(c => c.Id != s.Claims[0] && Number().Matches(c.In(LanguageTag.Parse(s.Language))).Any(m => !own.Contains(m.Value)));
            if (own.Count == 0 || other is null)
            {
                return null;
            }

            var number = Number().Matches(other.In(LanguageTag.Parse(s.Language))).First(m => !own.Contains(m.Value)).Value;
            return Swap(s with { Claims = [s.Claims[0], other.Id] }, Number(), _ => number, library);
        });
    }

    // What the claim holds anyway would be no fault.
    private static ProposedSentence? Swap(ProposedSentence s, Regex what, Func<string, string> to, Library library)
    {
        var changed = Changed(s, what.Replace(s.Text, m => to(m.Value), 1));
        if (changed is null)
        {
            return null;
        }

        var (before, after) = (Number().Matches(s.Text).Select(m => m.Value), Number().Matches(changed.Text).Select(m => m.Value));
        var evidence = Evidence.Of(library, [s.Claims[0]]);
        return after.Except(before).Any(n => !evidence.HasNumber(Plain(n))) ? changed : null;
    }

    private static ProposedSentence? Changed(ProposedSentence s, string text) => text == s.Text ? null : s with { Text = text };

    private static bool IsNegated(ProposedSentence s) => Negation(s.Language).IsMatch(s.Text) || s.Quotes.Any(q => Negation(s.Language).IsMatch(q.Quote));

    private static Regex Negation(string language) => language == "vi" ? VietnameseNegation() : EnglishNegation();

    private static string Plain(string number) => number.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\d.,/])\d+(?:[.,]\d{3})*(?![\d/])(?![.,]\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<=(?:ngày|on) )\d{1,2}(?=[ /])|\b\d{1,2}(?= (?:January|February|March|April|May|June|July|August|September|October|November|December))")]
    private static partial Regex Day();

    [GeneratedRegex(@" (?:was|were|is|are)\b")]
    private static partial Regex Was();

    [GeneratedRegex(@" (?:được|là|có|bị|thuộc|nằm) ")]
    private static partial Regex VietnameseVerb();

    [GeneratedRegex(@"\b(?:không|chưa|chẳng) (?!chỉ|những)", RegexOptions.IgnoreCase)]
    private static partial Regex VietnameseNegation();

    [GeneratedRegex(@"\b(?:not|never|no longer|no|without) (?!only)", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishNegation();
}
