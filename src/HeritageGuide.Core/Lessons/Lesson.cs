using HeritageGuide.Core.Answers;

namespace HeritageGuide.Core.Lessons;

/// <summary>A teacher's pack: each line and each item names the citations that prove it.</summary>
public sealed record Lesson
{
    public required string Title { get; init; }

    /// <summary>Language code.</summary>
    public required string Language { get; init; }

    public required int Grade { get; init; }
    public required int Minutes { get; init; }
    public required int Seed { get; init; }
    public required IReadOnlyList<string> Dossiers { get; init; }
    public required IReadOnlyList<LessonPart> Parts { get; init; }

    /// <summary>School subject and topic, as the national curriculum names them.</summary>
    public required string Subject { get; init; }

    public LessonPlan? Plan { get; init; }
    public IReadOnlyList<Reading> Readings { get; init; } = [];
    public IReadOnlyList<LessonItem> Quiz { get; init; } = [];

    /// <summary>How many questions the dossiers could not give of those asked for.</summary>
    public int Missing { get; init; }

    public IReadOnlyList<LessonItem> Worksheet { get; init; } = [];
    public IReadOnlyList<DatedLine> Timeline { get; init; } = [];
    public IReadOnlyList<TripStop> FieldTrip { get; init; } = [];
    public IReadOnlyList<Slide> Slides { get; init; } = [];

    /// <summary>Every quote that the pack rests on, numbered from 1.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Ids of items that the teacher took out; they are not proposed again.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];
}

/// <summary>A line of text and the numbers of the citations that prove it; none for an instruction.</summary>
public sealed record LessonLine(string Text, IReadOnlyList<int> Citations)
{
    public static LessonLine Plain(string text) => new(text, []);
}

/// <summary>A plan in the official form.</summary>
/// <param name="Form">5512 (secondary) or 2345 (primary).</param>
/// <param name="Goals">What pupils should reach: knowledge, competences, qualities.</param>
/// <param name="Equipment">What is needed.</param>
/// <param name="Activities">Opening, new knowledge, practice, use.</param>
public sealed record LessonPlan(string Form, IReadOnlyList<LessonGroup> Goals, IReadOnlyList<LessonLine> Equipment, IReadOnlyList<Activity> Activities);

/// <summary>Lines under one heading.</summary>
public sealed record LessonGroup(string Heading, IReadOnlyList<LessonLine> Lines);

/// <summary>One activity: goal, content, product, how it is done.</summary>
public sealed record Activity(
    string Name, int Minutes, LessonLine Goal, IReadOnlyList<LessonLine> Content, LessonLine Product, IReadOnlyList<LessonLine> Organisation);

/// <summary>A text to read.</summary>
/// <param name="Level">simple (short sentences) or full.</param>
/// <param name="Sections">Its text.</param>
/// <param name="Model">Name of the language model that worded it; null where the sentences are the dossiers' own.</param>
public sealed record Reading(string Level, IReadOnlyList<LessonGroup> Sections, string? Model = null);

/// <summary>A line of a timeline.</summary>
/// <param name="Date">EDTF or ISO date of the claim.</param>
/// <param name="Label">The date as it is shown.</param>
public sealed record DatedLine(string Date, string Label, LessonLine Line);

/// <summary>What to do at a stop on a field trip.</summary>
public sealed record TripStop(string Stop, string Title, string Code, int Minutes, LessonLine Find, LessonLine Look, LessonLine Sketch, LessonLine Ask);

/// <summary>A slide: a heading and a few lines.</summary>
public sealed record Slide(string Heading, IReadOnlyList<LessonLine> Lines);
