using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Web.Tests;

[Collection("guide")]
public sealed class SuggestedQuestionTests(GuideFactory guide)
{
    [Fact]
    public async Task Every_question_that_the_guide_suggests_is_answered_with_citations_from_its_dossier()
    {
        var published = guide.Services.GetRequiredService<Publication>().Current!;
        List<string> unanswered = [];
        var asked = 0;

        foreach (var stop in published.Library.Stops)
        {
            foreach (var (language, questions) in stop.Questions)
            {
                foreach (var question in questions)
                {
                    asked++;
                    var answer = await published.Answerer.AnswerAsync(new Question(question, LanguageTag.Parse(language), stop.Dossier, []), default);
                    if (answer.Outcome is not (Outcome.Answered or Outcome.Partly) || answer.Citations.All(c => c.Dossier != stop.Dossier))
                    {
                        unanswered.Add($"{stop.Slug} {language}: {question}");
                    }
                }
            }
        }

        asked.ShouldBeGreaterThan(700);
        unanswered.ShouldBeEmpty();
    }
}
