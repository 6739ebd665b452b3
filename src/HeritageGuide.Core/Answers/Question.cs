using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>What a visitor asks.</summary>
/// <param name="Text">As typed, 1 to <see cref="MaxLength"/> characters.</param>
/// <param name="Language">The language that the answer should be in; null to follow the question's.</param>
/// <param name="Dossier">Id of the dossier where the visitor stands; null where that is unknown.</param>
/// <param name="Earlier">What was asked before in this conversation, oldest first.</param>
public sealed record Question(string Text, LanguageTag? Language, string? Dossier, IReadOnlyList<Turn> Earlier)
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxLength = 1_000;
}

/// <summary>An earlier question of the conversation and what it was answered from.</summary>
public sealed record Turn(string Question, IReadOnlyList<string> Dossiers, IReadOnlyList<string> Claims)
{
    /// <summary>What a later question may go on from: what was cited, or the dossier that a declined question was about.</summary>
    public static Turn Of(string question, Answer answer) => new(
        question,
        answer.Citations.Count > 0 || answer.About is null ? [.. answer.Citations.Select(c => c.Dossier).Distinct()] : [answer.About],
        [.. answer.Citations.SelectMany(c => c.Claims).Distinct()]);
}

/// <summary>How a question ended.</summary>
public enum Outcome
{
    Answered,
    Partly,
    NotInDossiers,
    Refused,
}
