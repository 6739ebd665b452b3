using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Tests.Corpus;

public sealed class ShippedCorpusTests
{
    private static readonly CorpusReading s_reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
    private static readonly Library s_library = new(s_reading.Dossiers, s_reading.Shared);

    [Fact]
    public void Every_dossier_is_told_in_Vietnamese_and_English()
    {
        s_reading.Findings.ShouldBeEmpty();
        s_reading.Dossiers.Count.ShouldBeGreaterThanOrEqualTo(53);
        s_reading.Dossiers.ShouldAllBe(d => d.TextIn(LanguageTag.Vietnamese) != null && d.TextIn(LanguageTag.English) != null);
    }

    [Fact]
    public void Codes_once_assigned_never_change()
    {
        // The register is append-only: a plaque in the field carries the code.
        var register = File.ReadLines(Path.Combine(RepositoryFolder.Root, "corpus", "stop-codes.tsv"))
            .Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToDictionary(c => c[1], c => c[0]);

        foreach (var stop in s_library.Stops)
        {
            register.ShouldContainKey(stop.Slug);
            register[stop.Slug].ShouldBe(stop.Code);
            StopCode.Normalize(stop.Code).ShouldBe(stop.Code);
        }

        register.Values.ShouldBeUnique();
        register.Keys.ShouldAllBe(slug => s_library.Stop(slug) != null);
    }

    [Fact]
    public void Every_claim_is_asked_for_in_Vietnamese_and_English()
    {
        foreach (var dossier in s_reading.Dossiers)
        {
            foreach (var language in (string[])["vi", "en"])
            {
                dossier.Claims.ShouldAllBe(c => dossier.Asked[language].ContainsKey(c.Id) && dossier.Asked[language][c.Id].Count >= 2);
            }
        }
    }

    [Fact]
    public void A_draft_says_that_it_is_a_draft() =>
        s_reading.Dossiers.SelectMany(d => d.Texts).ShouldAllBe(t => t.Review.Approved || t.Review.Origin == "ai");

    [Fact]
    public void Every_stop_suggests_three_questions_a_language() =>
        s_library.Stops.ShouldAllBe(s => s.Questions["vi"].Count >= 3 && s.Questions["en"].Count >= 3);

    [Fact]
    public void What_the_extractive_composer_says_is_proven()
    {
        var composer = new ExtractiveComposer(s_library);
        var checker = new CitationChecker(s_library);
        var sentences = s_library.Dossiers.SelectMany(d => composer.Compose([.. d.Claims.Select(c => c.Id)], LanguageTag.Vietnamese, "")).ToList();

        var dropped = sentences.Count(s => checker.Check(s) != Fault.None);

        sentences.Count.ShouldBeGreaterThan(700);
        ((double)dropped / sentences.Count).ShouldBeLessThan(0.02);
    }
}
