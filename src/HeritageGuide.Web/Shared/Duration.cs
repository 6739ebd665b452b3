using System.Globalization;

namespace HeritageGuide.Web.Shared;

/// <summary>Times as people read them.</summary>
internal static class Duration
{
    private const int Hour = 60;

    /// <summary>Minutes below two hours, else hours to the half.</summary>
    public static string Of(int minutes, UiLanguage ui) => minutes < 2 * Hour
        ? ui.Format("tour.minutes", minutes)
        : ui.Format("tour.hours", (Math.Round(minutes * 2.0 / Hour) / 2).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ui.Language.Code is "vi" or "fr" ? ',' : '.'));
}
