using System.CommandLine;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage evaluate retrieval|answers</c>: measures the guide on questions.</summary>
internal static class EvaluateCommand
{
    public static Command Make() => new("evaluate", "Measure retrieval or answers on question files.")
    {
        Evaluation.RetrievalEvaluation.Make(),
        Evaluation.AnswerEvaluation.Make(),
    };
}
