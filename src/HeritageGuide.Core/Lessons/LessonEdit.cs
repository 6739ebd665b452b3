using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>What a teacher changes in a draft before taking it away.</summary>
public static class LessonEdit
{
    /// <summary>Takes an item out; it is not proposed again in this lesson.</summary>
    public static Lesson Drop(Lesson lesson, string item) => LessonCitations.Tidy(lesson with
    {
        Quiz = [.. lesson.Quiz.Where(i => i.Id != item)],
        Worksheet = [.. lesson.Worksheet.Where(i => i.Id != item)],
        Dropped = [.. lesson.Dropped, item],
    });

    /// <summary>Moves an item one place up (-1) or down (+1) in its list; at the end of the list nothing changes.</summary>
    public static Lesson Move(Lesson lesson, string item, int by) => lesson with { Quiz = Moved(lesson.Quiz, item, by), Worksheet = Moved(lesson.Worksheet, item, by) };

    /// <summary>Puts another proven item in the place of one; null when the dossiers give no more.</summary>
    public static Lesson? Replace(Lesson lesson, string item, LessonComposer composer)
    {
        var instead = lesson.Quiz.Concat(lesson.Worksheet).FirstOrDefault(i => i.Id == item);
        if (instead is null)
        {
            return lesson;
        }

        var request = new LessonRequest(lesson.Dossiers, lesson.Grade, lesson.Minutes, LanguageTag.Parse(lesson.Language), lesson.Parts, lesson.Seed);
        if (composer.Another(lesson, instead, request) is not { } another)
        {
            return null;
        }

        var shift = lesson.Citations.Count;
        var fresh = another.Item with { Citations = [.. another.Item.Citations.Select(n => n + shift)] };
        LessonItem Swap(LessonItem i) => i.Id == item ? fresh : i;
        return LessonCitations.Tidy(lesson with
        {
            Quiz = [.. lesson.Quiz.Select(Swap)],
            Worksheet = [.. lesson.Worksheet.Select(Swap)],
            Dropped = [.. lesson.Dropped, item],
            Citations = [.. lesson.Citations, .. another.Citations.Select(c => c with { Number = c.Number + shift })],
        });
    }

    private static IReadOnlyList<LessonItem> Moved(IReadOnlyList<LessonItem> items, string item, int by)
    {
        var list = items.ToList();
        var at = list.FindIndex(i => i.Id == item);
        if (at < 0 || at + by < 0 || at + by >= list.Count)
        {
            return items;
        }

        (list[at], list[at + by]) = (list[at + by], list[at]);
        return list;
    }
}
