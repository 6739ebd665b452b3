using HeritageGuide.Core.Answers;

namespace HeritageGuide.Core.Tests.Answers;

public sealed class OverviewQuestionTests
{
    private static readonly string[] s_names = ["cho noi nga bay", "nga bay floating market", "marche flottant de nga bay", "七岔水上市场"];

    [Theory]
    [InlineData("Kể cho tôi nghe về chợ nổi Ngã Bảy")]
    [InlineData("gioi thieu cho noi nga bay di ban")]
    [InlineData("Chợ nổi Ngã Bảy là gì?")]
    [InlineData("chợ nổi ngã bảy")]
    [InlineData("Đây là gì vậy?")]
    [InlineData("Chỗ này có gì hay?")]
    [InlineData("Tell me about the Ngã Bảy floating market, please")]
    [InlineData("What is this place?")]
    [InlineData("Tell me more")]
    [InlineData("Qu'est-ce que c'est ?")]
    [InlineData("Parlez-moi du marché flottant de Ngã Bảy")]
    [InlineData("这是什么地方？")]
    [InlineData("请介绍一下七岔水上市场")]
    [InlineData("이곳은 어떤 곳인가요?")]
    [InlineData("ここはどんなところですか")]
    [InlineData("តើនេះជាអ្វី?")]
    public void A_question_for_the_whole_is_recognised(string question) => OverviewQuestion.Asks(question, s_names).ShouldBeTrue();

    [Theory]
    [InlineData("Chợ nổi Ngã Bảy họp lúc mấy giờ?")]
    [InlineData("Nơi này của ai?")]
    [InlineData("What is the ticket price?")]
    [InlineData("What is this place famous for?")]
    [InlineData("Who is the director of the Ngã Bảy floating market?")]
    [InlineData("Why is this place important?")]
    [InlineData("Quel est le prix du billet ?")]
    [InlineData("这里的门票多少钱？")]
    [InlineData("여기 입장료는 얼마인가요?")]
    [InlineData("")]
    public void A_question_for_one_fact_is_not(string question) => OverviewQuestion.Asks(question, s_names).ShouldBeFalse();
}
