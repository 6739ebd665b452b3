using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli;

/// <summary>Languages as they are typed on the command line.</summary>
internal static class CliLanguage
{
    /// <exception cref="CliException">It is none of the guide's languages.</exception>
    public static LanguageTag Parse(string code) =>
        LanguageTag.TryParse(code, out var language) ? language : throw new CliException($"'{code}' is not one of the guide's languages: {string.Join(", ", LanguageTag.All)}.");
}
