using HeritageGuide.Adapters.Models;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Models;

/// <summary>A pupil without a Vietnamese keyboard is read as meant, by the list of syllables that ships.</summary>
public sealed class MarkRestorerTests
{
    private static readonly string s_models = Path.Combine(RepositoryFolder.Root, "models");
    private static readonly MarkRestorer s_restorer = new(MarkModelFile.Read(Path.Combine(s_models, "language", "marks.gz")));

    [Theory]
    [InlineData("Tran Tam Vu dien ra nam nao?", "Trận Tầm Vu diễn ra năm nào?")]
    [InlineData("ai chi huy tran do?", "ai chỉ huy trận đó?")]
    [InlineData("cho noi Nga Bay o dau", "chợ nổi Ngã Bảy ở đâu")]
    [InlineData("Năm 1948 quan ta thang o dau", "Năm 1948 quân ta thang ở đâu")]
    public void What_is_typed_without_marks_is_read_with_them_where_they_are_sure(string typed, string meant) => s_restorer.Restore(typed).ShouldBe(meant);

    [Theory]
    [InlineData("")]
    [InlineData("1948 – 2025?")]
    [InlineData("Trận Tầm Vu diễn ra năm nào?")]
    [InlineData("xqzt wvyk")]
    public void What_needs_no_marks_stays_as_it_is(string text) => s_restorer.Restore(text).ShouldBe(text);

    [Fact]
    public async Task Only_questions_in_unmarked_Vietnamese_are_changed_before_a_model_reads_them()
    {
        var seen = new SeenTexts();
        var embedder = HeritageGuideServices.WithMarks(seen, s_models);

        await embedder.EmbedAsync(["tran tam vu dien ra nam nao", "When was the battle?", "Pourquoi ce canal a-t-il été creusé ?"], EmbeddedKind.Query, default);
        await embedder.EmbedAsync(["tran tam vu dien ra nam nao"], EmbeddedKind.Passage, default);

        seen.Texts.ShouldBe(["trận tầm vu diễn ra năm nào", "When was the battle?", "Pourquoi ce canal a-t-il été creusé ?", "tran tam vu dien ra nam nao"]);
    }

    private sealed class SeenTexts : IEmbedder
    {
        public List<string> Texts { get; } = [];
        public string ModelId => "seen";
        public int Dimensions => 1;

        public ValueTask<IReadOnlyList<EmbeddedText>> EmbedAsync(IReadOnlyList<string> texts, EmbeddedKind kind, CancellationToken cancel)
        {
            Texts.AddRange(texts);
            return ValueTask.FromResult<IReadOnlyList<EmbeddedText>>([.. texts.Select(_ => new EmbeddedText([1], UnitVectors.None))]);
        }
    }
}
