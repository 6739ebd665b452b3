namespace HeritageGuide.Web.Shared;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many items there are in all.</param>
/// <param name="Next">Address of the next part; null at the end.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>The part of a list that a caller asked for, and the way to the next one.</summary>
/// <param name="Start">First item, from 0.</param>
/// <param name="Size">Most items.</param>
internal readonly record struct Listing(int Start, int Size)
{
    public static Listing Of(int? offset, int? limit, int most) => new(Math.Max(0, offset ?? 0), Math.Clamp(limit ?? most, 1, most));

    /// <summary>Address of the next part; null at the end.</summary>
    /// <param name="path">Address of the list.</param>
    /// <param name="total">How many items there are in all.</param>
    /// <param name="filter">What the list was narrowed by, such as <c>lang=vi</c>.</param>
    public string? Next(string path, int total, string? filter = null) =>
        Start + Size < total ? $"{path}?{(filter is null ? "" : filter + "&")}offset={Start + Size}&limit={Size}" : null;

    /// <summary>The answer for a list that is read in parts.</summary>
    public IResult Answer<T>(string path, (IReadOnlyList<T> Items, int Total) found, string? filter = null) =>
        Results.Json(new Listed<T>(found.Items, found.Total, Next(path, found.Total, filter)));
}
