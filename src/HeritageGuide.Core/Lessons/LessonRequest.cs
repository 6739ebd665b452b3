using System.Text.Json.Serialization;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>What a teacher asks for.</summary>
/// <param name="Dossiers">Ids of the dossiers that the lesson is about, one to <see cref="MostDossiers"/>.</param>
/// <param name="Grade">School year, 1 to 12.</param>
/// <param name="Minutes">Length of the lesson in minutes, 15 to 240.</param>
/// <param name="Language">Vietnamese or English: the languages in which claims are written.</param>
/// <param name="Parts">What the pack holds.</param>
/// <param name="Seed">The same seed gives the same lesson.</param>
public sealed record LessonRequest(
    IReadOnlyList<string> Dossiers, int Grade, int Minutes, LanguageTag Language, IReadOnlyList<LessonPart> Parts, int Seed)
{
    public const int MostDossiers = 6;
    public const int FewestMinutes = 15;
    public const int MostMinutes = 240;
    public const int HighestGrade = 12;

    /// <summary>Questions of the quiz.</summary>
    public int Questions { get; init; } = 10;

    public const int MostQuestions = 40;

    /// <summary>Grades 1 to 5 follow the form for primary schools, the others that for secondary schools.</summary>
    public bool IsPrimary => Grade <= LastPrimaryGrade;

    public const int LastPrimaryGrade = 5;

    /// <summary>Which number is out of bounds: grade, minutes or questions; null where all are within.</summary>
    public static string? Fault(int? grade, int? minutes, int? questions) =>
        grade is not (>= 1 and <= HighestGrade) ? "grade"
        : minutes is not (>= FewestMinutes and <= MostMinutes) ? "minutes"
        : questions is < 1 or > MostQuestions ? "questions"
        : null;
}

/// <summary>A part of a teacher's pack.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LessonPart>))]
public enum LessonPart
{
    [JsonStringEnumMemberName("plan")]
    Plan,

    [JsonStringEnumMemberName("reading")]
    Reading,

    [JsonStringEnumMemberName("worksheet")]
    Worksheet,

    [JsonStringEnumMemberName("quiz")]
    Quiz,

    [JsonStringEnumMemberName("timeline")]
    Timeline,

    [JsonStringEnumMemberName("fieldtrip")]
    FieldTrip,

    [JsonStringEnumMemberName("slides")]
    Slides,
}
