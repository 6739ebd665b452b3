namespace HeritageGuide.Core.Answers;

/// <summary>Hears an answer while it is made: where it will come from, then each sentence once it is proven.</summary>
public interface IAnswerListener
{
    ValueTask FoundAsync(IReadOnlyList<string> claims, CancellationToken cancel);

    ValueTask SaidAsync(AnswerSentence sentence, CancellationToken cancel);
}
