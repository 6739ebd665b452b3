using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Adapters.Tests.Corpus;

public sealed class CorpusReaderTests : IDisposable
{
    private const string Good = """
        id: ONE
        kind: relic
        names: {vi: Một, en: One}
        claims:
        - {id: ONE-f1, vi: "Trận đánh ngày 19/4/1948.", en: "The battle of 19 April 1948.", standing: agreed, sources: [S1]}
        disputes: []
        sources:
        - {id: S1, title: Sách, publisher: NXB}
        stops:
        - {slug: ONE-cong, code: 7KQ4M, title: {vi: Cổng}, sections: [gioi-thieu]}
        """;

    private const string Text = "---\nlang: vi\nreview: {status: draft, origin: ai}\n---\n# Một\n\n## Giới thiệu {#gioi-thieu}\nTrận đánh diễn ra ngày 19/4/1948. [ONE-f1]\nMời bạn vào. []\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_dossier_is_read_with_its_text_claims_and_stops()
    {
        Write("one", Good, Text);

        var reading = CorpusReader.Read(_folder.Path);

        reading.Findings.ShouldBeEmpty();
        var dossier = reading.Dossiers.ShouldHaveSingleItem();
        dossier.Texts[0].Sections[0].Sentences[0].Claims.ShouldBe(["one-f1"]);
        dossier.Stops[0].Code.ShouldBe("7KQ4M");
        DossierCheck.Structure(dossier).ShouldBeEmpty();
    }

    [Fact]
    public void One_broken_dossier_keeps_out_itself_alone()
    {
        Write("one", Good, Text);
        Write("two", "id: two\n  kind: [", Text);

        var reading = CorpusReader.Read(_folder.Path);

        reading.Dossiers.Select(d => d.Id).ShouldBe(["one"]);
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.File.ShouldBe("dossiers/two/dossier.yaml");
        finding.Line.ShouldBe(2);
        finding.Cure.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Trận đánh diễn ra ngày 19/4/1948.", "does not say which claims")]
    [InlineData("## Không có mã", "no id")]
    public void A_sentence_or_heading_without_its_mark_is_named_by_line(string line, string problem)
    {
        Write("one", Good, Text + line + "\n");

        var finding = CorpusReader.Read(_folder.Path).Findings.ShouldHaveSingleItem();

        finding.Line.ShouldBe(10);
        finding.Problem.ShouldContain(problem);
    }

    [Theory]
    [InlineData("ONE-f9", "unknown claim")]
    public void A_text_that_names_an_unknown_claim_is_kept_out(string claim, string problem)
    {
        Write("one", Good, Text.Replace("ONE-f1", claim, StringComparison.Ordinal));

        var faults = DossierCheck.Structure(CorpusReader.Read(_folder.Path).Dossiers[0]).ToList();

        faults.ShouldContain(f => f.Severity == Severity.Error && f.Line == 8 && f.Problem.Contains(problem));
    }

    [Fact]
    public void Doubled_claims_and_missing_sources_are_errors()
    {
        var twice = Good.Replace("disputes: []", "- {id: ONE-f1, vi: Hai, en: Two, standing: agreed, sources: [S9]}\ndisputes: []", StringComparison.Ordinal);
        Write("one", twice, Text);

        var problems = DossierCheck.Structure(CorpusReader.Read(_folder.Path).Dossiers[0]).Select(f => f.Problem).ToList();

        problems.ShouldContain(p => p.Contains("stands here twice"));
        problems.ShouldContain(p => p.Contains("unknown source 'S9'"));
    }

    [Fact]
    public void A_number_that_no_claim_holds_is_an_error()
    {
        Write("one", Good, Text.Replace("ngày 19/4/1948", "ngày 20/4/1948", StringComparison.Ordinal));
        var reading = CorpusReader.Read(_folder.Path);

        var findings = new TextCheck(new Library(reading.Dossiers, reading.Shared)).Of(reading.Dossiers[0]).ToList();

        findings.ShouldContain(f => f.Severity == Severity.Error && f.Line == 8 && f.Problem.StartsWith("20 "));
    }

    private void Write(string id, string dossier, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "dossiers", id)).FullName;
        File.WriteAllText(Path.Combine(folder, "dossier.yaml"), dossier.Replace("ONE", id, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "text.vi.md"), text.Replace("ONE", id, StringComparison.Ordinal));
    }
}
