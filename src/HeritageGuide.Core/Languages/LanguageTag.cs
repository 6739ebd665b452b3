namespace HeritageGuide.Core.Languages;

/// <summary>One of the guide's seven languages, as its two-letter code.</summary>
public readonly record struct LanguageTag
{
    private LanguageTag(string code, string name, string bcp47)
    {
        Code = code;
        Name = name;
        Bcp47 = bcp47;
    }

    /// <summary>The code used in addresses and files: vi, en, fr, zh, ko, ja or km.</summary>
    public string Code { get; }

    /// <summary>The language's own name for itself.</summary>
    public string Name { get; }

    /// <summary>The tag for <c>lang</c> attributes; Chinese is written in simplified characters.</summary>
    public string Bcp47 { get; }

    public static LanguageTag Vietnamese { get; } = new("vi", "Tiếng Việt", "vi");
    public static LanguageTag English { get; } = new("en", "English", "en");
    public static LanguageTag French { get; } = new("fr", "Français", "fr");
    public static LanguageTag Chinese { get; } = new("zh", "中文", "zh-Hans");
    public static LanguageTag Korean { get; } = new("ko", "한국어", "ko");
    public static LanguageTag Japanese { get; } = new("ja", "日本語", "ja");
    public static LanguageTag Khmer { get; } = new("km", "ភាសាខ្មែរ", "km");

    /// <summary>All supported languages, in the order in which they are offered.</summary>
    public static IReadOnlyList<LanguageTag> All { get; } = [Vietnamese, English, French, Chinese, Korean, Japanese, Khmer];

    /// <summary>Reads a code or a BCP 47 tag ("zh-Hans", "en-GB"); false where the language is not supported.</summary>
    public static bool TryParse(string? text, out LanguageTag tag)
    {
        var code = text?.Split('-', '_')[0].ToLowerInvariant();
        foreach (var candidate in All)
        {
            if (candidate.Code == code)
            {
                tag = candidate;
                return true;
            }
        }

        tag = default;
        return false;
    }

    /// <summary>Reads a code that is known to be good; throws where it is not.</summary>
    public static LanguageTag Parse(string text) =>
        TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is not one of the guide's languages.");

    public override string ToString() => Code ?? "";
}
