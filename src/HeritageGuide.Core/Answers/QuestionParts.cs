using System.Text.RegularExpressions;

namespace HeritageGuide.Core.Answers;

/// <summary>Cuts a question that asks two things into its parts.</summary>
public static partial class QuestionParts
{
    /// <summary>The parts, or the whole question where it asks one thing.</summary>
    public static IReadOnlyList<string> Of(string question)
    {
        var parts = Joint().Split(question).Select(p => p.Trim(' ', ',', '?', '？')).Where(p => p.Length > 6).ToList();
        return parts.Count is 2 or 3 ? parts : [question];
    }

    [GeneratedRegex(@",? (?:and|và|et|mà|còn|rồi) (?=\S+ \S+)|, (?=\S+ \S+)|、|，|그리고|\? ?(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
