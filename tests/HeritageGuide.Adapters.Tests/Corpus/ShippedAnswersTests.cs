using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Tests.Corpus;

/// <summary>What the guide makes of questions that compare, take something for granted, or go on.</summary>
public sealed class ShippedAnswersTests
{
    private static readonly Lazy<Task<QuestionAnswerer>> s_answerer = new(async () =>
    {
        var models = Path.Combine(RepositoryFolder.Root, "models");
        var reading = CorpusReader.Read(Path.Combine(RepositoryFolder.Root, "corpus"));
        var kit = await AnswerKit.BuildAsync(
            new Library(reading.Dossiers, reading.Shared), HeritageGuideServices.ShippedEmbedder(models), HeritageGuideServices.ShippedWeights(models), default);
        return new QuestionAnswerer(kit, new LanguageDetector(new LanguageModel([.. File.ReadAllBytes(Path.Combine(models, "language", "latin.bin")).Select(b => (sbyte)b)])));
    });

    [Fact]
    public async Task A_comparison_tells_both_sides_and_names_them()
    {
        var answer = await AskAsync("So sánh chợ nổi Ngã Bảy và kênh xáng Xà No");

        answer.Comparison.ShouldBeTrue();
        answer.Citations.Select(c => c.Dossier).Distinct().ShouldBe(["cho-noi-nga-bay", "kinh-xang-xa-no"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Trần Hưng Đạo có mặt ở trận Tầm Vu lần thứ hai phải không?", "Trần Hưng Đạo")]
    [InlineData("Trận Tầm Vu lần thứ hai năm 1789 do ai chỉ huy?", "1789")]
    public async Task A_name_or_year_that_the_dossier_never_mentions_is_said_to_be_unknown(string question, string unknown)
    {
        var answer = await AskAsync(question);

        answer.Premise.ShouldContain(unknown);
        answer.Text.ShouldStartWith(answer.Premise);
    }

    [Fact]
    public async Task What_the_dossier_does_mention_is_not()
    {
        (await AskAsync("Ngô Hồng Giỏi chỉ huy trận Tầm Vu nào?")).Premise.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_about_a_dossier_that_nobody_named_says_which()
    {
        var answer = await AskAsync("Con kinh nào do người Pháp đào nối Cần Thơ với Cái Lớn?");

        answer.Text.ShouldContain("Xà No");
    }

    [Fact]
    public async Task A_question_that_points_back_is_answered_from_the_dossier_before()
    {
        var answerer = await s_answerer.Value;
        var first = await answerer.AnswerAsync(new Question("Kênh xáng Xà No dài bao nhiêu?", LanguageTag.Vietnamese, null, []), default);

        var second = await answerer.AnswerAsync(new Question("Nó được đào năm nào?", LanguageTag.Vietnamese, null, [Turn.Of("Kênh xáng Xà No dài bao nhiêu?", first)]), default);

        second.Citations.ShouldContain(c => c.Dossier == "kinh-xang-xa-no");
    }

    [Theory]
    [InlineData("Kể cho tôi nghe về chợ nổi Ngã Bảy", "cho-noi-nga-bay")]
    [InlineData("Tell me about hát Aday", "hat-aday")]
    [InlineData("tam vu", "tam-vu")]
    public async Task Asked_for_the_whole_the_dossiers_own_beginning_is_told(string question, string dossier)
    {
        var answer = await AskAsync(question);

        answer.Citations.ShouldAllBe(c => c.Dossier == dossier);
        answer.Sentences[0].Text.ShouldBe(answer.Citations[0].Quote);
    }

    [Fact]
    public async Task Asked_for_more_it_goes_on_where_it_stopped()
    {
        const string question = "Kể cho tôi nghe về chợ nổi Ngã Bảy";
        var first = await AskAsync(question);

        var more = await (await s_answerer.Value).AnswerAsync(new Question("Kể thêm đi", null, null, [Turn.Of(question, first)]), default);

        more.Citations.ShouldAllBe(c => c.Dossier == "cho-noi-nga-bay");
        more.Sentences.Select(s => s.Text).Intersect(first.Sentences.Select(s => s.Text)).ShouldBeEmpty();
    }

    private static async Task<Answer> AskAsync(string question) => await (await s_answerer.Value).AnswerAsync(new Question(question, null, null, []), default);
}
