using System.Globalization;
using System.Text.RegularExpressions;
using static HeritageGuide.Core.Narration.EnglishNumbers;

namespace HeritageGuide.Core.Narration;

/// <summary>What is written in English, as it is said: dates, hours, years, numbers, units, numerals and abbreviations.</summary>
internal static partial class SpokenEnglish
{
    private const string Months = "January|February|March|April|May|June|July|August|September|October|November|December";

    private static readonly Dictionary<string, (string One, string Many)> Units = new()
    {
        ["km²"] = ("square kilometre", "square kilometres"), ["km2"] = ("square kilometre", "square kilometres"), ["m²"] = ("square metre", "square metres"),
        ["m2"] = ("square metre", "square metres"), ["m³"] = ("cubic metre", "cubic metres"), ["km/h"] = ("kilometre an hour", "kilometres an hour"),
        ["km"] = ("kilometre", "kilometres"), ["mm"] = ("millimetre", "millimetres"), ["cm"] = ("centimetre", "centimetres"), ["m"] = ("metre", "metres"),
        ["ha"] = ("hectare", "hectares"), ["kg"] = ("kilogram", "kilograms"), ["g"] = ("gram", "grams"), ["%"] = ("per cent", "per cent"), ["°C"] = ("degree Celsius", "degrees Celsius"),
        ["°"] = ("degree", "degrees"),
    };

    private static readonly (string Written, string Spoken)[] Abbreviations =
    [
        ("No.", "number"), ("Nos.", "numbers"), ("c.", "about"), ("e.g.", "for example"), ("i.e.", "that is"), ("etc.", "and so on"), ("Dr.", "Doctor"), ("Mr.", "Mister"),
        ("Mrs.", "Missus"), ("Lt.", "Lieutenant"), ("Gen.", "General"), ("Col.", "Colonel"), ("vs.", "versus"), ("St.", "Saint"),
    ];

    public static string Speak(string text)
    {
        foreach (var (written, spoken) in Abbreviations)
        {
            text = Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}.]){Regex.Escape(written)}(?=\s)", spoken);
        }

        text = HourRange().Replace(text, "$1 to $2");
        text = DayRange().Replace(text, m => $"the {Ordinal(Int(m.Groups[1].Value))} to the {Ordinal(Int(m.Groups[2].Value))} of {m.Groups[3].Value}{(m.Groups[4].Success ? " " + Year(Int(m.Groups[4].Value)) : "")}");
        text = Dollars().Replace(text, m => $"{Number(m.Groups[1].Value)}{m.Groups[2].Value} dollars");
        text = Fraction().Replace(text, m => $"{Cardinal(Int(m.Groups[1].Value))} {Ordinal(Int(m.Groups[2].Value))}{(m.Groups[1].Value == "1" ? "" : "s")}");
        text = IsoDate().Replace(text, m => SpeakDate(m.Groups[3].Value, MonthName(Int(m.Groups[2].Value)), m.Groups[1].Value) ?? m.Value);
        text = SlashDate().Replace(text, m => SpeakDate(m.Groups[1].Value, MonthName(Int(m.Groups[2].Value)), m.Groups[3].Value) ?? m.Value);
        text = DayMonthYear().Replace(text, m => Begin(m, SpeakDate(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value) ?? m.Value));
        text = MonthDayYear().Replace(text, m => SpeakDate(m.Groups[2].Value, m.Groups[1].Value, m.Groups[3].Value) ?? m.Value);
        text = DayMonth().Replace(text, m => Begin(m, $"the {Ordinal(Int(m.Groups[1].Value))} of {m.Groups[2].Value}"));
        text = MonthDay().Replace(text, m => $"the {Ordinal(Int(m.Groups[2].Value))} of {m.Groups[1].Value}");
        text = Hour().Replace(text, SpeakHour);
        text = OrdinalDigits().Replace(text, m => Ordinal(Int(m.Groups[1].Value)));
        text = Roman().Replace(text, m => RomanNumeral.Parse(m.Groups[2].Value) is { } n ? $"{m.Groups[1].Value} {Cardinal(n)}" : m.Value);
        text = Monarch().Replace(text, m => RomanNumeral.Parse(m.Groups[2].Value) is { } n ? $"{m.Groups[1].Value} the {Ordinal(n)}" : m.Value);
        text = Code().Replace(text, m => Cardinal(long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)) + SpellCode(m.Groups[2].Value));
        text = LetteredNumber().Replace(text, m => $"{Cardinal(Int(m.Groups[1].Value))} {m.Groups[2].Value}");
        text = Calibre().Replace(text, m => $"{Number(m.Groups[1].Value)} millimetre");
        text = SpanOfYears().Replace(text, m => $"{Year(Int(m.Groups[1].Value))} to {(m.Groups[2].Length == 2 ? Cardinal(Int(m.Groups[2].Value)) : Year(Int(m.Groups[2].Value)))}");
        text = Decade().Replace(text, m => Plural(Year(Int(m.Groups[1].Value))));
        text = YearAlone().Replace(text, m => Year(Int(m.Value)));
        text = Range().Replace(text, m => $"{Number(m.Groups[1].Value)} to {Number(m.Groups[2].Value)}{Unit(m.Groups[3], many: true)}");
        text = NumberWithUnit().Replace(text, m => Number(m.Groups[1].Value) + Unit(m.Groups[2], m.Groups[1].Value != "1"));
        return text.Replace("&", "and", StringComparison.Ordinal);
    }

    // "The 19th of April" opens a sentence: it stays a capital.
    private static string Begin(Match m, string spoken) => m.Value.StartsWith("The ", StringComparison.Ordinal) ? "T" + spoken[1..] : spoken;

    // Letters one by one, a number at the end as a number.
    private static string SpellCode(string code)
    {
        var letters = code.TrimEnd("0123456789".ToCharArray());
        var digits = code[letters.Length..];
        return " " + string.Join(' ', letters.Where(char.IsLetter)) + (digits.Length > 0 ? " " + Cardinal(Int(digits)) : "");
    }

    private static string? SpeakDate(string day, string? month, string year) =>
        month is null || Int(day) is < 1 or > 31 ? null : $"the {Ordinal(Int(day))} of {month} {Year(Int(year))}";

    private static string? MonthName(int month) => month is >= 1 and <= 12 ? Months.Split('|')[month - 1] : null;

    private static string SpeakHour(Match m)
    {
        var (hour, minute) = (Int(m.Groups[1].Value), Int(m.Groups[2].Value));
        if (hour > 23 || minute > 59)
        {
            return m.Value;
        }

        var half = hour < 12 ? "a m" : "p m";
        var twelve = hour % 12 == 0 ? 12 : hour % 12;
        return minute == 0 ? $"{Cardinal(twelve)} {half}" : $"{Cardinal(twelve)} {(minute < 10 ? "oh " : "")}{Cardinal(minute)} {half}";
    }

    private static string Plural(string word) => word.EndsWith('y') ? word[..^1] + "ies" : word + "s";

    private static string Unit(Group unit, bool many) => !unit.Success || unit.Length == 0 ? "" : " " + (many ? Units[unit.Value].Many : Units[unit.Value].One);

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Number(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var whole = (point >= 0 ? written[..point] : written).Replace(",", "", StringComparison.Ordinal);
        if (whole.Length > 12)
        {
            return string.Join(' ', whole.Select(d => Cardinal(d - '0')));
        }

        var spoken = Cardinal(long.Parse(whole, CultureInfo.InvariantCulture));
        return point < 0 ? spoken : $"{spoken} point {string.Join(' ', written[(point + 1)..].Select(d => Cardinal(d - '0')))}";
    }

    private const string NumberPattern = @"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?";
    private const string UnitPattern = @"km²|km2|km/h|km|m²|m2|m³|mm|cm|m|ha|kg|g|%|°C|°";

    [GeneratedRegex(@"(\d{1,2}:\d{2})\s?[-–]\s?(\d{1,2}:\d{2})")]
    private static partial Regex HourRange();

    [GeneratedRegex($@"(?<![\d.,–-])(\d{{1,2}})\s?[-–]\s?(\d{{1,2}}) ({Months})(?: (1\d{{3}}|20\d{{2}}))?(?!\d)")]
    private static partial Regex DayRange();

    [GeneratedRegex(@"\$(\d[\d,]*(?:\.\d+)?)( million| billion)?")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"(?<![\d/])([1-9])/([3-9])(?![\d/])")]
    private static partial Regex Fraction();

    [GeneratedRegex($@"\b({Months}) (\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]|\s?[-–])")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(Napol[eé]on|Louis) ([IVX]+)(?![\p{L}\p{N}])")]
    private static partial Regex Monarch();

    [GeneratedRegex(@"(?<![\d.,\p{L}])(\d{1,3})([A-D])(?![\p{L}\p{N}])")]
    private static partial Regex LetteredNumber();

    [GeneratedRegex(@"(?<![\d.,])(\d+(?:\.\d+)?)[\s-]?mm(?= (?:gun|howitzer|shell|artillery|cannon|mortar|piece)s?\b)")]
    private static partial Regex Calibre();

    [GeneratedRegex(@"(?<![\d-])(1\d{3}|20\d{2})-(\d{2})-(\d{2})(?!\d)")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![\d/])(\d{1,2})/(\d{1,2})/(1\d{3}|20\d{2})(?!\d)")]
    private static partial Regex SlashDate();

    [GeneratedRegex($@"(?<![\d.,])(?:[Tt]he )?(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({Months}),? (1\d{{3}}|20\d{{2}})(?!\d)")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex($@"\b({Months}) (\d{{1,2}})(?:st|nd|rd|th)?, (1\d{{3}}|20\d{{2}})(?!\d)")]
    private static partial Regex MonthDayYear();

    [GeneratedRegex($@"(?<![\d.,])(?:[Tt]he )?(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({Months})\b")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])(?:\s?[ap]\.?m\b\.?)?")]
    private static partial Regex Hour();

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3})(?:st|nd|rd|th)\b")]
    private static partial Regex OrdinalDigits();

    [GeneratedRegex(@"(\b[Bb]attle|\bTầm Vu|\b[Ww]ar|\b[Cc]hapter|\b[Pp]arts?|\b[Cc]ongress|\b[Ww]ard|\b[Zz]one|\b[Pp]hase|\b[Cc]lass|\b[Ss]ection|(?:\bto|\band|,)(?= [IVX]{2})) ([IVX]+)(?![\p{L}\p{N}])")]
    private static partial Regex Roman();

    [GeneratedRegex(@"(?<!\d)(\d+)[ /-]([A-ZĐ]+[a-z]*(?:[/-][A-ZĐ]+[A-Za-z]*\d*)+|(?<=[/-])[A-ZĐ]{2,}[a-z]*)(?![\p{L}\p{N}])")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\d.,/-])(1\d{3}|20\d{2})\s?[-–]\s?(1\d{3}|20\d{2}|\d{2})(?![\d/])(?!\s?(?:km|m|ha|kg|%))")]
    private static partial Regex SpanOfYears();

    [GeneratedRegex(@"(?<![\d.,])(1\d{2}0|20\d0)s\b")]
    private static partial Regex Decade();

    [GeneratedRegex($@"(?<![\d.,/]|\d-)(?:1[5-9]\d{{2}}|20\d{{2}})(?![\d/-]|[.,]\d)(?!\s?(?:{UnitPattern})(?![\p{{L}}\p{{N}}]))(?! (?:people|households|soldiers|visitors|men|troops|hectares|metres|kilometres|boats|families|tonnes|inhabitants)\b)")]
    private static partial Regex YearAlone();

    [GeneratedRegex($@"(?<![\d.,\p{{L}}])({NumberPattern})\s?[-–]\s?({NumberPattern})(?:[\s-]?({UnitPattern})(?![\p{{L}}\p{{N}}]))?")]
    private static partial Regex Range();

    [GeneratedRegex($@"(?<![\d\p{{L}}])({NumberPattern})(?:[\s-]?({UnitPattern})(?![\p{{L}}\p{{N}}]))?")]
    private static partial Regex NumberWithUnit();
}
