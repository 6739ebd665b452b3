using System.Globalization;
using System.Text;

namespace HeritageGuide.Core.Narration;

/// <summary>Numbers as they are read aloud in Vietnamese.</summary>
public static class VietnameseNumbers
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Scales = ["", " nghìn", " triệu", " tỉ"];

    /// <summary>A whole number from 0 to 999,999,999,999.</summary>
    public static string Cardinal(long number)
    {
        if (number == 0)
        {
            return Digits[0];
        }

        var groups = new List<int>();
        for (var rest = number; rest > 0; rest /= 1_000)
        {
            groups.Add((int)(rest % 1_000));
        }

        if (groups.Count > Scales.Length)
        {
            return Spelled(number.ToString(CultureInfo.InvariantCulture));
        }

        var spoken = new StringBuilder();
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (groups[i] == 0)
            {
                continue;
            }

            spoken.Append(spoken.Length > 0 ? " " : "").Append(Group(groups[i], full: i < groups.Count - 1)).Append(Scales[i]);
        }

        return spoken.ToString();
    }

    /// <summary>A day or month in a date, where four is read <c>tư</c> for the month alone.</summary>
    public static string Month(int month) => month == 4 ? "tư" : Cardinal(month);

    /// <summary>After <c>thứ</c>: nhất, nhì is not used for battles, tư.</summary>
    public static string Ordinal(int number) => number switch { 1 => "nhất", 4 => "tư", _ => Cardinal(number) };

    /// <summary>Digit by digit, for what is no quantity.</summary>
    public static string Spelled(string digits) => string.Join(' ', digits.Where(char.IsAsciiDigit).Select(d => Digits[d - '0']));

    private static string Group(int number, bool full)
    {
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var parts = new List<string>(4);
        if (hundreds > 0 || full)
        {
            parts.Add(Digits[hundreds] + " trăm");
        }

        if (tens == 0 && ones > 0 && parts.Count > 0)
        {
            parts.Add("lẻ");
        }
        else if (tens == 1)
        {
            parts.Add("mười");
        }
        else if (tens > 1)
        {
            parts.Add(Digits[tens] + " mươi");
        }

        if (ones > 0)
        {
            parts.Add(ones switch
            {
                1 when tens > 1 => "mốt",
                4 when tens > 1 => "tư",
                5 when tens > 0 => "lăm",
                _ => Digits[ones],
            });
        }

        return string.Join(' ', parts);
    }
}
