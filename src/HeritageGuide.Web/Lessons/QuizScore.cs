using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Web.Lessons;

/// <summary>Scores what a pupil gave; nothing of it is kept.</summary>
internal static class QuizScore
{
    /// <summary>Whether the answer to an item is right; null for items that a teacher reads.</summary>
    public static bool? IsRight(LessonItem item, Func<string, string> given) => item.Kind switch
    {
        ItemKind.MultipleChoice => given(item.Id) == item.Key[0],
        ItemKind.TrueFalse => given(item.Id) == item.Key[0],
        ItemKind.GapFill => VietnameseText.Fold(given(item.Id)).Trim() == VietnameseText.Fold(item.Key[0]),
        ItemKind.Matching => item.Pairs.Select((p, n) => given($"{item.Id}.{n}") == p.Left).All(right => right),
        ItemKind.Ordering => item.Options.Select((o, n) => given($"{item.Id}.{n}") == (item.Key.ToList().IndexOf(o) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(right => right),
        _ => null,
    };
}
