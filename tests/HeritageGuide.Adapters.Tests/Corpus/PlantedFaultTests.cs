using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using Xunit.Abstractions;

namespace HeritageGuide.Adapters.Tests.Corpus;

/// <summary>
/// Sentences that people wrote, each beside a quote that tells the same claim in other words, and the same sentences with one fault planted:
/// the checker lets the first pass and catches the second.
/// </summary>
public sealed class PlantedFaultTests(ITestOutputHelper output)
{
    private const int MostOfEachKind = 60;
    private static readonly CorpusReading s_reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
    private static readonly Library s_library = new(s_reading.Dossiers, s_reading.Shared);
    private static readonly CitationChecker s_checker = new(s_library);
    private static readonly List<ProposedSentence> s_retold = [.. Retold()];
    private static readonly List<ProposedSentence> s_passing = [.. s_retold.Where(s => s_checker.Check(s) == Fault.None)];

    [Fact]
    public void A_retelling_that_keeps_the_facts_is_seldom_dropped()
    {
        var dropped = s_retold.Select(s => (Sentence: s, Fault: s_checker.Check(s))).Where(x => x.Fault != Fault.None).ToList();

        output.WriteLine($"{dropped.Count} of {s_retold.Count} retold sentences dropped: {string.Join(", ", dropped.GroupBy(d => d.Fault).Select(g => $"{g.Key} {g.Count()}"))}");
        foreach (var (sentence, fault) in dropped.Take(12))
        {
            output.WriteLine($"  {fault}: {sentence.Text} [{string.Join(", ", sentence.Claims)}]");
        }

        s_retold.Count.ShouldBeGreaterThan(500);
        ((double)dropped.Count / s_retold.Count).ShouldBeLessThanOrEqualTo(0.02);
    }

    [Fact]
    public void Planted_faults_are_caught()
    {
        var (all, caught) = (0, 0);
        foreach (var (kind, plant) in PlantedFaults.Kinds(s_library))
        {
            var faulty = s_passing.Select(plant).OfType<ProposedSentence>().Take(MostOfEachKind).ToList();
            var missed = faulty.Where(s => s_checker.Check(s) == Fault.None).ToList();
            output.WriteLine($"{kind,-28} {faulty.Count - missed.Count} of {faulty.Count} caught");
            foreach (var sentence in missed.Take(3))
            {
                output.WriteLine($"  missed: {sentence.Text} [{string.Join(", ", sentence.Claims)}]");
            }

            faulty.Count.ShouldBeGreaterThanOrEqualTo(10, kind);
            (all, caught) = (all + faulty.Count, caught + faulty.Count - missed.Count);
        }

        output.WriteLine($"{caught} of {all} caught");
        all.ShouldBeGreaterThanOrEqualTo(200);
        ((double)caught / all).ShouldBeGreaterThanOrEqualTo(0.97);
    }

    // Two sentences of one language that tell the same claim and no other: one is said, the other is its proof.
    private static IEnumerable<ProposedSentence> Retold() =>
        from language in new[] { "vi", "en" }
        from dossier in s_library.Dossiers
        from told in s_library.Passages.Where(p => p.Dossier == dossier.Id && p.Language == language)
            .SelectMany(p => p.Sentences.Where(s => s.Claims.Count == 1).Select(s => (Passage: p, Claim: s.Claims[0], Text: p.Text.Substring(s.Start, s.Length))))
            .GroupBy(t => t.Claim).Where(g => g.Select(t => t.Text).Distinct().Count() > 1 && s_library.Claim(g.Key) is not null)
        let said = told.First()
        let proof = told.First(t => t.Text != said.Text)
        select new ProposedSentence(said.Text, language, [told.Key], [new ProposedQuote(proof.Passage.Id, proof.Text)]);
}
