using System.Text.Json.Serialization;

namespace HeritageGuide.Core.Lessons;

/// <summary>Kinds of items.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    /// <summary>One of four options is right.</summary>
    [JsonStringEnumMemberName("multiple-choice")]
    MultipleChoice,

    /// <summary>A statement to judge.</summary>
    [JsonStringEnumMemberName("true-false")]
    TrueFalse,

    /// <summary>Facts to bring together with the sentences that they complete.</summary>
    [JsonStringEnumMemberName("matching")]
    Matching,

    /// <summary>Events to bring into the order of time.</summary>
    [JsonStringEnumMemberName("ordering")]
    Ordering,

    /// <summary>A word or number to write into a sentence.</summary>
    [JsonStringEnumMemberName("gap-fill")]
    GapFill,

    /// <summary>A few sentences to write.</summary>
    [JsonStringEnumMemberName("short-answer")]
    ShortAnswer,

    /// <summary>Two sources differ: what could explain it?</summary>
    [JsonStringEnumMemberName("source-work")]
    SourceWork,
}

/// <summary>One item with its key and its proof.</summary>
public sealed record LessonItem
{
    /// <summary>Kind, claim and place of the fact: the same item has the same id in every lesson.</summary>
    public required string Id { get; init; }

    public required ItemKind Kind { get; init; }

    /// <summary>Name of the dossier that the item is about.</summary>
    public required string About { get; init; }

    /// <summary>What the pupil reads first; a gap is written as <see cref="Gap"/>.</summary>
    public required string Stem { get; init; }

    /// <summary>Options of a choice, events of an order as shown, versions of a source work.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Pairs of a matching item: the fact and the sentence that it completes.</summary>
    public IReadOnlyList<ItemPair> Pairs { get; init; } = [];

    /// <summary>The right option; "true" or "false"; the right order; the word for the gap; what a good answer says.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The facts that stand word for word in the cited quotes and make the key right.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Numbers of the citations that prove the key.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>Ids of the claims or disputes that it rests on.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>1 recall, 2 understanding, 3 judgement.</summary>
    public required int Difficulty { get; init; }

    /// <summary>Where it belongs in the curriculum.</summary>
    public required string Tag { get; init; }

    public const string Gap = "……";
}

/// <summary>A fact and the sentence that it completes.</summary>
public sealed record ItemPair(string Left, string Right);
