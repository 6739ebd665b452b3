using System.Text.RegularExpressions;
using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Tests.Corpus;

/// <summary>Proven sentences with one fault planted in each: the checker must catch them.</summary>
public sealed partial class PlantedFaultTests
{
    private static readonly CorpusReading s_reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
    private static readonly Library s_library = new(s_reading.Dossiers, s_reading.Shared);
    private static readonly CitationChecker s_checker = new(s_library);

    private static readonly List<ProposedSentence> s_good = [.. new[] { LanguageTag.Vietnamese, LanguageTag.English }.SelectMany(l =>
        s_library.Dossiers.SelectMany(d => new ExtractiveComposer(s_library).Compose([.. d.Claims.Select(c => c.Id)], l)))];

    public static TheoryData<string, double> Kinds => new()
    {
        { "number changed", 0.97 }, { "name swapped", 0.97 }, { "claim of another dossier", 0.97 }, { "quote altered", 1 }, { "unknown claim", 1 },
        { "no claim", 1 }, { "negation flipped", 0.97 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_planted_fault_is_caught(string kind, double least)
    {
        var faulty = s_good.Select((s, i) => Plant(kind, s, i)).OfType<ProposedSentence>().Take(120).ToList();

        var caught = faulty.Count(s => s_checker.Check(s) != Fault.None);

        faulty.Count.ShouldBeGreaterThan(30);
        ((double)caught / faulty.Count).ShouldBeGreaterThanOrEqualTo(least, kind);
    }

    private static ProposedSentence? Plant(string kind, ProposedSentence s, int i)
    {
        var other = s_good[(i * 37 + 211) % s_good.Count];
        return kind switch
        {
            "number changed" => Number().IsMatch(s.Text) ? s with { Text = Number().Replace(s.Text, m => (long.Parse(m.Value.Replace(".", "").Replace(",", "")) + 7_777).ToString(), 1) } : null,
            "name swapped" => s.Language == "vi" && Name().IsMatch(s.Text) ? s with { Text = Name().Replace(s.Text, " Trần Quang Diệu", 1) } : null,
            "claim of another dossier" => other.Claims[0].Split("-f")[0] == s.Claims[0].Split("-f")[0] ? null : s with { Claims = other.Claims },
            "quote altered" => s with { Quotes = [s.Quotes[0] with { Quote = s.Quotes[0].Quote + " thật" }] },
            "unknown claim" => s with { Claims = ["khong-co-f1"] },
            "no claim" => s with { Claims = [] },
            "negation flipped" => s.Language == "en" && Was().IsMatch(s.Text) && !s.Text.Contains("not", StringComparison.Ordinal) && !s.Text.Contains("no ", StringComparison.Ordinal)
                && s_checker.Check(s) == Fault.None && !s.Quotes[0].Quote.Contains("not", StringComparison.Ordinal) ? s with { Text = Was().Replace(s.Text, " $1 not ", 1) } : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    [GeneratedRegex(@"\d+(?:[.,]\d{3})*")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\p{Ll}) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+")]
    private static partial Regex Name();

    [GeneratedRegex(@" (was|were|is|are) ")]
    private static partial Regex Was();
}
