using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>A piece of a printed page.</summary>
internal abstract record Block;

/// <param name="Level">1 for the title of the pack, 2 for a part, 3 within a part.</param>
internal sealed record HeadingBlock(int Level, string Text) : Block;

/// <param name="Citations">Numbers set small after the text.</param>
internal sealed record TextBlock(string Text, IReadOnlyList<int> Citations, TextRole Role = TextRole.Body) : Block;

/// <param name="Rows">Rows of cells; the first row is the header.</param>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>What follows begins on a new page.</summary>
internal sealed record BreakBlock : Block;

internal enum TextRole
{
    Body,
    Bullet,
    Strong,
    Note,
}

/// <summary>Lays a lesson out once, for every form that is printed: the official plan, the sheets, the key, the sources.</summary>
internal sealed class LessonSheet(Lesson lesson)
{
    private readonly LessonPhrases _phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));

    public IEnumerable<Block> Blocks() =>
    [
        new HeadingBlock(1, lesson.Title),
        new TextBlock($"{lesson.Subject} · {_phrases.Format("grade", lesson.Grade)} · {_phrases.Format("plan.time", lesson.Minutes)}", [], TextRole.Note),
        new TextBlock(_phrases["note.machine"], [], TextRole.Note),
        .. lesson.Plan is { } plan ? Part(LessonPart.Plan, Plan(plan)) : [],
        .. lesson.Readings.SelectMany(r => Part(LessonPart.Reading, [.. Lead(r), .. r.Sections.SelectMany(Group)])),
        .. lesson.Worksheet.Count > 0 ? Part(LessonPart.Worksheet, Items(lesson.Worksheet)) : [],
        .. lesson.Quiz.Count > 0 ? Part(LessonPart.Quiz, Items(lesson.Quiz)) : [],
        .. lesson.Timeline.Count > 0 ? Part(LessonPart.Timeline, [.. lesson.Timeline.Select(t => new TextBlock($"{t.Label}: {t.Line.Text}", t.Line.Citations, TextRole.Bullet))]) : [],
        .. lesson.FieldTrip.Count > 0 ? Part(LessonPart.FieldTrip, Trip()) : [],
        .. lesson.Slides.Count > 0 ? Part(LessonPart.Slides, [.. lesson.Slides.SelectMany(s => Group(new LessonGroup(s.Heading, s.Lines)))]) : [],
        .. Key(),
        .. Sources(),
    ];

    private IEnumerable<TextBlock> Lead(Reading reading) =>
    [
        new TextBlock(_phrases["reading." + reading.Level], [], TextRole.Strong),
        .. reading.Model is { } model ? [new TextBlock(_phrases.Format("note.model", model), [], TextRole.Note)] : Array.Empty<TextBlock>(),
    ];

    /// <summary>Publisher, title, year and address of a source, as it is cited.</summary>
    public static string Cite(Source source, LessonPhrases phrases) =>
        source.Reference() + (source.Weak ? $" [{phrases["source.weak"]}]" : source.Url is { } url ? $". {url}" : "");

    /// <summary>A quote with the claims it proves and their sources.</summary>
    public static string Cite(Citation citation, LessonPhrases phrases) =>
        $"“{citation.Quote}” [{string.Join(", ", citation.Claims)}] {string.Join("; ", citation.Sources.Select(s => Cite(s, phrases)))}";

    /// <summary>What the key of an item says, in words.</summary>
    public static string KeyOf(LessonItem item, LessonPhrases phrases) => item.Kind switch
    {
        ItemKind.TrueFalse when item.Key[0] == "false" => phrases.Format("answer.correct", item.Key[1]),
        ItemKind.TrueFalse => phrases["answer.true"],
        ItemKind.Matching => string.Join("; ", item.Pairs.Select(p => $"{p.Left} – {p.Right}")),
        ItemKind.Ordering => string.Join(" → ", item.Key.Select((k, i) => $"{i + 1}. {k}")),
        _ => string.Join(" ", item.Key),
    };

    /// <summary>Key, quotes and sources of an item as one text.</summary>
    public static string Proof(Lesson lesson, LessonItem item, LessonPhrases phrases) =>
        KeyOf(item, phrases) + " — " + string.Join(" | ", lesson.Citations.Where(c => item.Citations.Contains(c.Number)).Select(c => Cite(c, phrases)));

    private static List<Block> Group(LessonGroup group) =>
        [new HeadingBlock(3, group.Heading), .. group.Lines.Select(l => new TextBlock(l.Text, l.Citations))];

    private List<Block> Part(LessonPart part, IReadOnlyList<Block> blocks) => [new BreakBlock(), new HeadingBlock(2, _phrases["part." + part]), .. blocks];

    private List<Block> Plan(LessonPlan plan)
    {
        IEnumerable<Block> Lines(IReadOnlyList<LessonLine> lines) => lines.Select(l => new TextBlock(l.Text, l.Citations, TextRole.Bullet));
        return
        [
            new TextBlock(_phrases["plan.form." + plan.Form], [], TextRole.Note),
            new TableBlock([[_phrases["plan.school"], _phrases["plan.teacher"]], [_phrases["plan.team"], ""]]),
            new TextBlock(_phrases["plan"], [], TextRole.Strong),
            new TextBlock(_phrases.Format("plan.name", lesson.Title), [], TextRole.Strong),
            new TextBlock(_phrases.Format("plan.subject", lesson.Subject, lesson.Grade), []),
            new TextBlock(_phrases.Format("plan.time", lesson.Minutes), []),
            new HeadingBlock(3, _phrases["plan.goals." + plan.Form]),
            .. plan.Goals.SelectMany((g, i) => (Block[])[new TextBlock($"{i + 1}. {g.Heading}", [], TextRole.Strong), .. Lines(g.Lines)]),
            new HeadingBlock(3, _phrases["plan.equipment." + plan.Form]),
            .. Lines(plan.Equipment),
            new HeadingBlock(3, _phrases["plan.activities." + plan.Form]),
            .. plan.Activities.SelectMany((a, i) => (Block[])
            [
                new TextBlock(_phrases.Format("activity.heading", i + 1, a.Name, a.Minutes), [], TextRole.Strong),
                new TextBlock($"{_phrases["activity.goal"]} {a.Goal.Text}", []),
                new TextBlock(_phrases["activity.content"], []),
                .. Lines(a.Content),
                new TextBlock($"{_phrases["activity.product"]} {a.Product.Text}", []),
                new TextBlock(_phrases["activity.organisation"], []),
                .. Lines(a.Organisation),
            ]),
            .. plan.Form == "2345" ? (Block[])[new HeadingBlock(3, _phrases["plan.after.2345"]), new TextBlock(_phrases["plan.afterLine"], [])] : [],
        ];
    }

    private List<Block> Items(IReadOnlyList<LessonItem> items) =>
    [
        .. items.SelectMany((item, i) => (Block[])
        [
            new TextBlock($"{i + 1}. {item.About} · {_phrases["kind." + item.Kind]}", [], TextRole.Note),
            new TextBlock(item.Stem, []),
            .. item.Kind == ItemKind.Matching
                ? (Block[])[new TableBlock([["", ""], .. item.Options.Select((o, n) => (IReadOnlyList<string>)[$"{n + 1}. {o}", $"{(char)('a' + n)}. {item.Pairs[n].Right}"])])]
                : item.Kind == ItemKind.Ordering || item.Kind == ItemKind.SourceWork || item.Kind == ItemKind.MultipleChoice
                    ? [.. item.Options.Select((o, n) => new TextBlock($"{(char)('A' + n)}. {o}", [], TextRole.Bullet))]
                    : item.Kind == ItemKind.TrueFalse ? [new TextBlock($"☐ {_phrases["answer.true"]}    ☐ {_phrases["answer.false"]}", [])] : [],
            .. item.Kind is ItemKind.ShortAnswer or ItemKind.SourceWork or ItemKind.GapFill ? (Block[])[new TextBlock(_phrases["answer.line"], [])] : [],
        ]),
    ];

    private List<Block> Trip() =>
    [
        new TextBlock(_phrases["trip.safety"], [], TextRole.Strong),
        .. Enumerable.Range(1, 4).Select(i => new TextBlock(_phrases[$"trip.safety.{i}"], [], TextRole.Bullet)),
        .. lesson.FieldTrip.SelectMany(t => (Block[])
        [
            new HeadingBlock(3, $"{t.Title} ({t.Code}), {_phrases.Format("trip.minutes", t.Minutes)}"),
            new TextBlock($"{_phrases["column.find"]}: {t.Find.Text}", [], TextRole.Bullet),
            new TextBlock($"{_phrases["column.look"]}: {t.Look.Text}", t.Look.Citations, TextRole.Bullet),
            new TextBlock($"{_phrases["column.sketch"]}: {t.Sketch.Text}", [], TextRole.Bullet),
            new TextBlock($"{_phrases["column.ask"]}: {t.Ask.Text}", [], TextRole.Bullet),
        ]),
    ];

    private List<Block> Key() =>
        lesson.Quiz.Count + lesson.Worksheet.Count == 0 ? [] :
        [
            new BreakBlock(),
            new HeadingBlock(2, _phrases["part.Key"]),
            .. KeyOf(LessonPart.Worksheet, lesson.Worksheet),
            .. KeyOf(LessonPart.Quiz, lesson.Quiz),
        ];

    private IEnumerable<Block> KeyOf(LessonPart part, IReadOnlyList<LessonItem> items) => items.Count == 0 ? [] :
    [
        new TextBlock(_phrases["part." + part], [], TextRole.Strong),
        .. items.Select((item, i) => new TextBlock($"{i + 1}. {KeyOf(item, _phrases)}", item.Citations)),
    ];

    private List<Block> Sources() =>
    [
        new BreakBlock(),
        new HeadingBlock(2, _phrases["part.Sources"]),
        .. lesson.Citations.Select(c => new TextBlock($"{c.Number}. {Cite(c, _phrases)}", [])),
        new TextBlock(_phrases["note.draft"], [], TextRole.Note),
        new TextBlock(_phrases["note.licence"], [], TextRole.Note),
    ];
}
