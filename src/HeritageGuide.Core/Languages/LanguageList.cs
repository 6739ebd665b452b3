namespace HeritageGuide.Core.Languages;

/// <summary>Ordered names a language, as settings write them: <c>vi=azure,espeak; *=espeak</c>. A <c>*</c> stands for every language that is not named.</summary>
/// <param name="Entries">Names by language code or <c>*</c>; an empty list says "none".</param>
/// <param name="Faults">What could not be read, each with its cure.</param>
public sealed record LanguageList(IReadOnlyDictionary<string, IReadOnlyList<string>> Entries, IReadOnlyList<string> Faults)
{
    public static LanguageList Empty { get; } = Parse(null, "");

    /// <summary>Reads a setting; what cannot be read is left out and told in <see cref="Faults"/>.</summary>
    /// <param name="text">The setting's value; null or empty for none.</param>
    /// <param name="setting">Its name, for messages.</param>
    public static LanguageList Parse(string? text, string setting)
    {
        var entries = new Dictionary<string, IReadOnlyList<string>>();
        var faults = new List<string>();
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var key = at < 0 ? part : part[..at].Trim().ToLowerInvariant();
            if (at < 0 || (key != "*" && !LanguageTag.All.Any(l => l.Code == key)))
            {
                faults.Add($"{setting}: '{part}' is left out; write it as 'vi=first,second' with vi, en, fr, zh, ko, ja, km or *.");
                continue;
            }

            entries[key] = part[(at + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }

        return new LanguageList(entries, faults);
    }

    /// <summary>The names for a language: its own, else those of <c>*</c>; null where neither is written.</summary>
    public IReadOnlyList<string>? For(LanguageTag language) => Entries.GetValueOrDefault(language.Code) ?? Entries.GetValueOrDefault("*");
}
