using HeritageGuide.Core.Languages;

namespace HeritageGuide.Web.Shared;

/// <summary>The guide's own fonts, at the addresses that <c>guide.css</c> gives them.</summary>
internal static class Fonts
{
    /// <summary>What a page of the language loads; empty where the device's own fonts serve.</summary>
    public static IReadOnlyList<(string Address, int Bytes)> Of(LanguageTag language) => language.Code switch
    {
        "vi" or "en" or "fr" => [("/fonts/be-vietnam-pro-400.woff2?v=1", 14_000), ("/fonts/be-vietnam-pro-700.woff2?v=1", 15_000)],
        "km" => [("/fonts/noto-sans-khmer-400.woff2?v=1", 23_000)],
        _ => [],
    };
}
