using HeritageGuide.Core.Answers;

namespace HeritageGuide.Core.Tests.Answers;

public sealed class QuestionGuardCodeTests
{
    [Theory]
    [InlineData("why does this never stop: while True: print(i)")]
    [InlineData("fix my query SELECT name FROM users WHERE id = 1;")]
    [InlineData("for (int i = 0; i < n; i++) sum += i;")]
    public void Program_code_is_not_the_guides_business(string text) => QuestionGuard.IsCode(text).ShouldBeTrue();

    [Theory]
    [InlineData("Ai chỉ huy trận Tầm Vu thứ hai? <script>alert</script>")]
    [InlineData("While the French were here, who dug the canal?")]
    [InlineData("Which function did the house have (1954–1955)?")]
    [InlineData("Who selected the site from the list of the province?")]
    public void A_question_in_words_is_none(string text) => QuestionGuard.IsCode(text).ShouldBeFalse();
}
