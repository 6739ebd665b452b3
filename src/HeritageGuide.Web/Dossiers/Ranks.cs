namespace HeritageGuide.Web.Dossiers;

/// <summary>The ranks in the order in which they are shown.</summary>
internal static class Ranks
{
    public static readonly string[] All = ["unesco", "special-national", "national", "national-intangible-list", "provincial"];

    public static int Order(string? rank) => rank is null ? All.Length : Array.IndexOf(All, rank);
}
