using System.Text.RegularExpressions;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>Takes out of a stranger's text what says who wrote it.</summary>
internal static partial class PrivateText
{
    /// <summary>One line, without telephone and identity numbers, mail and web addresses.</summary>
    public static string Without(string text) => Numbers().Replace(new string([.. text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))]).Trim(), "…");

    [GeneratedRegex(@"\S+@\S+|https?://\S+|\+?\d[\d .-]{6,}\d")]
    private static partial Regex Numbers();
}
