using HeritageGuide.Core.Answers;

namespace HeritageGuide.Core.Lessons;

/// <summary>Keeps the citations of a lesson to those that are used, numbered in order of first use.</summary>
public static class LessonCitations
{
    public static Lesson Tidy(Lesson lesson)
    {
        var numbers = new Dictionary<int, int>();
        int[] Renumber(IEnumerable<int> old)
        {
            int[] all = [.. old];
            foreach (var n in all)
            {
                numbers.TryAdd(n, numbers.Count + 1);
            }

            return [.. all.Select(n => numbers[n])];
        }

        LessonLine Line(LessonLine l) => l with { Citations = Renumber(l.Citations) };
        List<LessonLine> Lines(IReadOnlyList<LessonLine> all) => [.. all.Select(Line)];
        List<LessonGroup> Groups(IReadOnlyList<LessonGroup> all) => [.. all.Select(g => g with { Lines = Lines(g.Lines) })];
        List<LessonItem> Items(IReadOnlyList<LessonItem> all) => [.. all.Select(i => i with { Citations = Renumber(i.Citations) })];

        var tidy = lesson with
        {
            Plan = lesson.Plan is { } plan ? plan with
            {
                Goals = Groups(plan.Goals),
                Activities = [.. plan.Activities.Select(a => a with { Content = Lines(a.Content) })],
            } : null,
            Readings = [.. lesson.Readings.Select(r => r with { Sections = Groups(r.Sections) })],
            Quiz = Items(lesson.Quiz),
            Worksheet = Items(lesson.Worksheet),
            Timeline = [.. lesson.Timeline.Select(d => d with { Line = Line(d.Line) })],
            FieldTrip = [.. lesson.FieldTrip.Select(t => t with { Look = Line(t.Look) })],
            Slides = [.. lesson.Slides.Select(s => s with { Lines = Lines(s.Lines) })],
        };
        var byNumber = lesson.Citations.ToDictionary(c => c.Number);
        return tidy with { Citations = [.. numbers.OrderBy(n => n.Value).Select(n => byNumber[n.Key] with { Number = n.Value })] };
    }
}
