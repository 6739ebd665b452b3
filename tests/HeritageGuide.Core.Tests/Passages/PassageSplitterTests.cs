using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Tests.Passages;

public sealed class PassageSplitterTests
{
    [Fact]
    public void Every_sentence_stands_in_its_passage_at_its_offset()
    {
        var sentences = Enumerable.Range(0, 60).Select(i => new Sentence($"Câu thứ {i} kể về một khẩu pháo nằm giữa vườn cây.", [$"f{i}"])).ToList();

        var passages = PassageSplitter.Split("tam-vu", "dossier", "vi", "phao", "Pháo", sentences).ToList();

        passages.Count.ShouldBeGreaterThan(1);
        passages.ShouldAllBe(p => p.Text.Length <= PassageSplitter.MaxLength);
        passages.SelectMany(p => p.Sentences.Select(s => p.Text.Substring(s.Start, s.Length))).ShouldBe(sentences.Select(s => s.Text));
        passages.Select(p => p.Id).ShouldBeUnique();
    }
}
