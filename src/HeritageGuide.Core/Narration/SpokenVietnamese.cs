using System.Globalization;
using System.Text.RegularExpressions;
using static HeritageGuide.Core.Narration.VietnameseNumbers;

namespace HeritageGuide.Core.Narration;

/// <summary>What is written in Vietnamese, as it is said: dates, hours, numbers, units, numerals and the codes of decisions.</summary>
internal static partial class SpokenVietnamese
{
    private static readonly Dictionary<string, string> Units = new()
    {
        ["km²"] = "ki-lô-mét vuông", ["km2"] = "ki-lô-mét vuông", ["m²"] = "mét vuông", ["m2"] = "mét vuông", ["m³"] = "mét khối", ["m3"] = "mét khối",
        ["km/h"] = "ki-lô-mét một giờ", ["km"] = "ki-lô-mét", ["mm"] = "mi-li-mét", ["cm"] = "xăng-ti-mét", ["m"] = "mét", ["ha"] = "héc-ta",
        ["kg"] = "ki-lô-gam", ["g"] = "gam", ["l"] = "lít", ["%"] = "phần trăm", ["°C"] = "độ C", ["°"] = "độ", ["tr"] = "triệu", ["đ"] = "đồng", ["USD"] = "đô la Mỹ",
    };

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["QĐ"] = "Quyết định", ["TTg"] = "Thủ tướng", ["NQ"] = "Nghị quyết", ["UBND"] = "Ủy ban nhân dân", ["HĐND"] = "Hội đồng nhân dân", ["KH"] = "Kế hoạch",
        ["CT"] = "Chỉ thị", ["NĐ"] = "Nghị định", ["CP"] = "Chính phủ", ["VH"] = "Văn hóa", ["BT"] = "Bộ trưởng", ["QH"] = "Quốc hội", ["UBTVQH"] = "Ủy ban Thường vụ Quốc hội",
        ["BVHTTDL"] = "Bộ Văn hóa, Thể thao và Du lịch", ["BVHTT"] = "Bộ Văn hóa - Thông tin", ["TW"] = "Trung ương", ["TU"] = "Tỉnh ủy", ["SL"] = "Sắc lệnh", ["NV"] = "Nội vụ",
        ["VHTT"] = "Văn hóa - Thông tin", ["DSVH"] = "Di sản văn hóa",
    };

    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["UBND"] = "Ủy ban nhân dân", ["HĐND"] = "Hội đồng nhân dân", ["TP."] = "thành phố", ["TX."] = "thị xã", ["GS."] = "giáo sư", ["PGS."] = "phó giáo sư", ["TS."] = "tiến sĩ",
        ["NSND"] = "Nghệ sĩ nhân dân", ["NSƯT"] = "Nghệ sĩ ưu tú", ["TTXVN"] = "Thông tấn xã Việt Nam", ["THCS"] = "trung học cơ sở", ["THPT"] = "trung học phổ thông",
    };

    public static string Speak(string text)
    {
        text = Abbreviation().Replace(text, m => Abbreviations[m.Value]);
        text = HourRange().Replace(text, "$1 đến $2");
        text = RomanRange().Replace(text, " đến ");
        text = Code().Replace(text, m => string.Join(", ", m.Groups[1].Value.Split('/').Select(Number)) + ", " + string.Join(", ", m.Groups[2].Value.Split('/', '-').Select(SpeakCode).Where(s => s.Length > 0)));
        text = DayMonthYear().Replace(text, m => SpeakDate(m, prefix: !EndsWithDay(m)));
        text = SpanOfYears().Replace(text, m => $"{Number(m.Groups[1].Value)} đến {Number(m.Groups[2].Value)}");
        text = MonthYear().Replace(text, m => $"{(Follows(m, "tháng") ? "" : "tháng ")}{Month(Int(m.Groups[1].Value))} năm {Number(m.Groups[2].Value)}");
        text = DayMonth().Replace(text, m => $"{Day(Int(m.Groups[1].Value))} tháng {Month(Int(m.Groups[2].Value))}");
        text = DayWord().Replace(text, m => $"{m.Groups[1].Value} {Day(Int(m.Groups[2].Value))}");
        text = Fractions().Replace(text, m => $"{Cardinal(Int(m.Groups[1].Value))} phần {Month(Int(m.Groups[2].Value))}");
        text = MonthWord().Replace(text, m => $"{m.Groups[1].Value} {Month(Int(m.Groups[2].Value))}");
        text = Hour().Replace(text, m => Cardinal(Int(m.Groups[1].Value)) + " giờ" + (m.Groups[2].Success && Int(m.Groups[2].Value) > 0 ? " " + Cardinal(Int(m.Groups[2].Value)) : ""));
        text = OrdinalWord().Replace(text, m => $"{m.Groups[1].Value} {Ordinal(Int(m.Groups[2].Value))}");
        text = RomanOrdinal().Replace(text, m => RomanNumeral.Parse(m.Groups[2].Value) is { } n
            ? $"{m.Groups[1].Value} {(m.Groups[1].Value.EndsWith("thứ", StringComparison.OrdinalIgnoreCase) ? Ordinal(n) : Cardinal(n))}" : m.Value);
        text = Highway().Replace(text, "Quốc lộ $1");
        text = LetteredNumber().Replace(text, m => $"{Number(m.Groups[1].Value)} {m.Groups[2].Value}");
        text = UnitAfterWord().Replace(text, m => $"{m.Groups[1].Value} {Units[m.Groups[2].Value]}");
        text = NumberRange().Replace(text, m => $"{Number(m.Groups[1].Value)} đến {Number(m.Groups[2].Value)}{Unit(m.Groups[3])}");
        text = NumberWithUnit().Replace(text, m => Number(m.Groups[1].Value) + Unit(m.Groups[2]));
        return text.Replace("&", " và ", StringComparison.Ordinal);
    }

    private static string SpeakDate(Match m, bool prefix)
    {
        var (day, month) = (Int(m.Groups[1].Value), Int(m.Groups[2].Value));
        return day is < 1 or > 31 || month is < 1 or > 12
            ? m.Value
            : $"{(prefix ? "ngày " : "")}{Day(day)} tháng {Month(month)} năm {Number(m.Groups[3].Value)}";
    }

    // The first ten days of a month are said with "mồng".
    private static string Day(int day) => day <= 10 ? "mồng " + Cardinal(day) : Cardinal(day);

    private static bool EndsWithDay(Match m) => Follows(m, "ngày");

    private static bool Follows(Match m, string word)
    {
        var before = WholeText(m).AsSpan(0, m.Index).TrimEnd();
        return before.EndsWith(word, StringComparison.OrdinalIgnoreCase);
    }

    // Result("$_") is the whole input of the match.
    private static string WholeText(Match m) => m.Result("$_");

    private static string SpeakCode(string part)
    {
        var letters = part.TrimEnd("0123456789".ToCharArray());
        var digits = part[letters.Length..];
        return (Codes.GetValueOrDefault(letters, letters) + (digits.Length > 0 ? " " + Number(digits) : "")).Trim();
    }

    private static string Unit(Group unit) => unit.Success && unit.Length > 0 ? " " + Units[unit.Value] : "";

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Number(string written)
    {
        var comma = written.IndexOf(',', StringComparison.Ordinal);
        var whole = (comma >= 0 ? written[..comma] : written).Replace(".", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (whole.Length > 1 && whole[0] == '0')
        {
            return Spelled(whole);
        }

        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return Spelled(written);
        }

        return comma < 0 ? Cardinal(value) : $"{Cardinal(value)} phẩy {Fraction(written[(comma + 1)..])}";
    }

    private static string Fraction(string digits) =>
        digits.Length <= 2 && digits[0] != '0' ? Cardinal(Int(digits)) : Spelled(digits);

    private const string NumberPattern = @"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?";
    private const string UnitPattern = @"km²|km2|km/h|km|m²|m2|m³|m3|mm|cm|m|ha|kg|g|l|%|°C|°|tr|đ|USD";

    [GeneratedRegex(@"(?<![\p{L}\p{N}/-])(?:UBND|HĐND|TP\.|TX\.|PGS\.|GS\.|TS\.|NSND|NSƯT|TTXVN|THCS|THPT)(?![\p{L}\p{N}/-])")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(\d{1,2}(?:h\d{0,2}|:\d{2}))\s?[-–]\s?(\d{1,2}(?:h\d{0,2}|:\d{2}))")]
    private static partial Regex HourRange();

    [GeneratedRegex(@"(?<=[IVX])\s?[-–]\s?(?=[IVX]+(?![\p{L}\p{N}]))")]
    private static partial Regex RomanRange();

    [GeneratedRegex(@"(?<![\d/])(\d+(?:/\d{4})?)(?:[/-](?=[A-ZĐ]{2})| (?=[A-ZĐ]+[/-]))([A-ZĐ][A-ZĐa-z0-9]*(?:[/-][A-ZĐ][A-ZĐa-z0-9]*)*)(?![\p{L}\p{N}])")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b([Nn]gày|và|đến) (\d{1,2})(?= tháng\b)")]
    private static partial Regex DayWord();

    [GeneratedRegex(@"(?<![\d/])([1-9])/([2-9]|10)(?![\d/])")]
    private static partial Regex Fractions();

    [GeneratedRegex(@"(?<![\d.,\p{L}])(\d{1,3})([A-D])(?![\p{L}\p{N}])")]
    private static partial Regex LetteredNumber();

    [GeneratedRegex($@"\b(triệu|nghìn|ngàn|tỉ|tỷ|trăm) ({UnitPattern})(?![\p{{L}}\p{{N}}])")]
    private static partial Regex UnitAfterWord();

    [GeneratedRegex(@"(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|(?<=ngày )(?<![\d/])(\d{1,2})[/](\d{1,2})[/](\d{4})(?!\d)")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<![\d/.,-])(1\d{3}|20\d{2})\s?[-–]\s?(1\d{3}|20\d{2})(?![\d/])")]
    private static partial Regex SpanOfYears();

    [GeneratedRegex(@"(?<![\d/.,])(\d{1,2})[/-](1\d{3}|20\d{2})(?![\d/])")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<=(?i:ngày|mồng|và|đến|sáng|chiều|tối|đêm|trưa|dịp|lễ|hôm) )(\d{1,2})[/-](\d{1,2})(?![\d/])")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b([Tt]háng) (\d{1,2})(?![\d/.,-]\d)(?!\d)")]
    private static partial Regex MonthWord();

    [GeneratedRegex(@"(?<![\d.,])(\d{1,2})(?:h(\d{2})?|[:](\d{2}))(?![\d\p{L}])")]
    private static partial Regex Hour();

    [GeneratedRegex(@"\b([Tt]hứ) (\d{1,2})(?![\d.,]\d)(?!\d)")]
    private static partial Regex OrdinalWord();

    [GeneratedRegex(@"(\b[Tt]hế kỷ|\bĐại hội|\bLong Mỹ|\b[Tt]hứ|\b[Ll]ần|\bTầm Vu|\b[Kk]hu|\b[Kk]hóa|\b[Cc]hương|\b[Pp]hần|\b[Hh]ạng|\b[Cc]ấp|\b[Pp]hường|\b[Qq]uý|\b[Ll]oại|\b[Tt]rận|\b[Đđ]ợt|\b[Ll]ần thứ|\b[Vv]ùng|\bvà|,|\bhoặc|\bđến) ([IVX]+)(?![\p{L}\p{N}])")]
    private static partial Regex RomanOrdinal();

    [GeneratedRegex(@"\bQL\s?(\d+[A-D]?)")]
    private static partial Regex Highway();

    [GeneratedRegex($@"(?<![\d.,\p{{L}}])({NumberPattern})\s?[-–]\s?({NumberPattern})(?:\s?({UnitPattern})(?![\p{{L}}\p{{N}}]))?(?![\d])")]
    private static partial Regex NumberRange();

    [GeneratedRegex($@"(?<![\d\p{{L}}])({NumberPattern})(?:\s?({UnitPattern})(?![\p{{L}}\p{{N}}]))?")]
    private static partial Regex NumberWithUnit();
}
