namespace HeritageGuide.Core.Guide;

/// <summary>A class at a site: the stop where everybody is, and how often each option was chosen there. No names, gone after the day.</summary>
/// <param name="Code">What pupils type.</param>
/// <param name="Key">What lets the teacher move the class.</param>
/// <param name="Stops">Slugs of the stops, in order.</param>
/// <param name="At">Index of the stop where the class is.</param>
/// <param name="Counts">How often each option of the stop's question was chosen; emptied when the class moves on.</param>
/// <param name="Expires">When it is gone.</param>
public sealed record ClassRoom(string Code, string Key, IReadOnlyList<string> Stops, int At, IReadOnlyDictionary<string, int> Counts, DateTimeOffset Expires)
{
    public string Stop => Stops[At];

    /// <summary>The class at another of its stops; the counts begin anew.</summary>
    public ClassRoom MoveTo(string stop) =>
        Stops.ToList().IndexOf(stop) is var at and >= 0 ? this with { At = at, Counts = new Dictionary<string, int>() } : this;

    /// <summary>One more answer; an option that the question does not have is not counted.</summary>
    public ClassRoom Count(string option, IReadOnlyList<string> options) =>
        options.Contains(option) ? this with { Counts = new Dictionary<string, int>(Counts) { [option] = Counts.GetValueOrDefault(option) + 1 } } : this;
}
