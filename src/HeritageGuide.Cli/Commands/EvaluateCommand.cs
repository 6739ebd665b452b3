using System.CommandLine;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage evaluate retrieval|answers|lessons</c>: measures the guide.</summary>
internal static class EvaluateCommand
{
    public static Command Make() => new("evaluate", "Measure retrieval, answers or lessons.")
    {
        Evaluation.RetrievalEvaluation.Make(),
        Evaluation.RankingEvaluation.Make(),
        Evaluation.AnswerEvaluation.Make(),
        Evaluation.LessonEvaluation.Make(),
    };
}
