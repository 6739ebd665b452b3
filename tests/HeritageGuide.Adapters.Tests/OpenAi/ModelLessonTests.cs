using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Tests.OpenAi;

/// <summary>With a language model: the simple reading is worded anew, sentence by proven sentence, or stays the dossier's own.</summary>
public sealed class ModelLessonTests
{
    private const string SecondBattle = "[tam-vu-f10]";
    private const string AnySection = "[tam-vu-";
    private static readonly Library s_library = LibraryOf();

    [Fact]
    public async Task Proven_sentences_of_the_model_become_the_simple_reading()
    {
        const string written = """
            {"sentences":[{"text":"Ngô Hồng Giỏi led battle II on 12 November 1946.","claims":["tam-vu-f10"]},{"text":"Three military vehicles were burned.","claims":["tam-vu-f11"]},
            {"text":"He was the best soldier of all.","claims":["tam-vu-f10"]},{"text":"Battle III came on 3 May 1947.","claims":["tam-vu-f12"]},
            {"text":"The song Tầm Vu was written after the third victory.","claims":["tam-vu-f15"]}]}
            """;
        await using var server = await RecordedChatServer.StartAsync((SecondBattle, ModelAnswerTests.Streamed(written)), (AnySection, ModelAnswerTests.Streamed("""{"sentences":[]}""")));

        var lesson = await MakeAsync(server);

        var simple = lesson.Readings.Single(r => r.Level == "simple");
        simple.Model.ShouldBe("recorded");
        var lines = simple.Sections.SelectMany(s => s.Lines).ToList();
        lines.ShouldContain(l => l.Text == "Ngô Hồng Giỏi led battle II on 12 November 1946.");
        lines.ShouldNotContain(l => l.Text.Contains("best soldier", StringComparison.Ordinal));
        lines.ShouldAllBe(l => l.Citations.Count > 0 && l.Citations.All(n => n <= lesson.Citations.Count));
        var cited = lines.Single(l => l.Text == "Ngô Hồng Giỏi led battle II on 12 November 1946.").Citations[0];
        lesson.Citations.Single(c => c.Number == cited).Claims.ShouldContain("tam-vu-f10");
        lesson.Readings.Single(r => r.Level == "full").Model.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"sentences":[{"text":"Ngô Hồng Giỏi led battle II on 3 March 1950.","claims":["tam-vu-f10"]}]}""")]
    [InlineData("""{"sentences":[{"text":"Ngô Hồng Giỏi led battle II.","claims":["tam-vu-f10"]}]}""")]
    [InlineData("I would rather talk about the weather.")]
    public async Task Where_too_little_is_proven_the_dossiers_own_words_stay(string text)
    {
        await using var server = await RecordedChatServer.StartAsync((SecondBattle, ModelAnswerTests.Streamed(text)), (AnySection, ModelAnswerTests.Streamed("{}")));

        Text(await MakeAsync(server)).ShouldBe(Text(Composer().Compose(Request())));
    }

    [Fact]
    public async Task A_broken_server_costs_nothing_but_the_wording()
    {
        await using var server = await RecordedChatServer.StartAsync((AnySection, new RecordedChatServer.Recording(500, [])));

        Text(await MakeAsync(server)).ShouldBe(Text(Composer().Compose(Request())));
    }

    [Fact]
    public async Task Progress_ends_at_the_whole()
    {
        await using var server = await RecordedChatServer.StartAsync((AnySection, ModelAnswerTests.Streamed("{}")));
        var heard = new Heard();

        await MakeAsync(server, heard);

        heard.Shares.ShouldBe(heard.Shares.Order());
        heard.Shares[^1].ShouldBe(1);
    }

    private static string Text(Lesson lesson) => string.Join('\n', lesson.Readings.SelectMany(r => r.Sections).SelectMany(s => s.Lines).Select(l => l.Text));

    private static LessonRequest Request() => new(["tam-vu"], 8, 90, LanguageTag.English, Enum.GetValues<LessonPart>(), 7);

    private static LessonComposer Composer() => new(s_library, new ExtractiveComposer(s_library), new CitationChecker(s_library));

    private static async Task<Lesson> MakeAsync(RecordedChatServer server, IProgress<double>? progress = null)
    {
        using var model = ModelAnswerTests.Model(server);
        var wording = new LessonWording(new ModelComposer(model, s_library, new ExtractiveComposer(s_library), new CitationChecker(s_library)), s_library);
        return await new LessonMaker(Composer(), wording).MakeAsync(Request(), progress, default);
    }

    private static Library LibraryOf()
    {
        var reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
        return new Library([.. reading.Dossiers.Where(d => d.Id is "tam-vu")], reading.Shared);
    }

    private sealed class Heard : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
