using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Web.Shared;

/// <summary>Asks the guide some of its own suggested questions, so that no visitor waits while the runtime compiles what answers them.</summary>
internal static class WarmUp
{
    private const int StopsAsked = 12;

    public static async Task RunAsync(PublishedGuide guide, LanguageDetector detector, CancellationToken cancel)
    {
        // Without a chat model: nobody has asked, so nothing may be spent.
        var answerer = new QuestionAnswerer(guide.Kit, detector);
        foreach (var stop in guide.Library.Stops.Take(StopsAsked))
        {
            foreach (var (lang, questions) in stop.Questions)
            {
                var earlier = new List<Turn>();
                foreach (var text in questions.Take(2))
                {
                    var answer = await answerer.AnswerAsync(new Question(text, LanguageTag.Parse(lang), earlier.Count > 0 ? null : stop.Dossier, earlier), cancel);
                    earlier.Add(Turn.Of(text, answer));
                }
            }
        }
    }
}
