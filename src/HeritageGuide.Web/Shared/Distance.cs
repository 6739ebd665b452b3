using System.Globalization;

namespace HeritageGuide.Web.Shared;

/// <summary>Distances and directions as people read them.</summary>
internal static class Distance
{
    private static readonly string[] Winds = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

    public static string Of(int metres, UiLanguage ui) => metres < 1_000
        ? ui.Format("distance.metres", Math.Round(metres / 10.0) * 10)
        : ui.Format("distance.kilometres", (metres / 1_000.0).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ui.Language.Code is "vi" or "fr" ? ',' : '.'));

    /// <summary>The nearest of eight winds, as the end of a string key.</summary>
    public static string Compass(int bearing) => Winds[(int)Math.Round(bearing / 45.0) % 8];
}
