using System.Text;

namespace HeritageGuide.Core.Narration;

/// <summary>Numbers as they are read aloud in English.</summary>
public static class EnglishNumbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Scales = ["", " thousand", " million", " billion"];

    /// <summary>A whole number from 0 to 999,999,999,999.</summary>
    public static string Cardinal(long number)
    {
        if (number < 20)
        {
            return Small[number];
        }

        var groups = new List<int>();
        for (var rest = number; rest > 0; rest /= 1_000)
        {
            groups.Add((int)(rest % 1_000));
        }

        if (groups.Count > Scales.Length)
        {
            return string.Join(' ', number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(d => Small[d - '0']));
        }

        var spoken = new StringBuilder();
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (groups[i] > 0)
            {
                var and = i == 0 && spoken.Length > 0 && groups[i] < 100 ? " and " : spoken.Length > 0 ? " " : "";
                spoken.Append(and).Append(Group(groups[i])).Append(Scales[i]);
            }
        }

        return spoken.ToString();
    }

    /// <summary>A year: nineteen forty-eight, nineteen hundred, two thousand and four, twenty thirteen.</summary>
    public static string Year(int year)
    {
        var (century, rest) = (year / 100, year % 100);
        if (year is >= 2000 and < 2010 || year % 1_000 == 0)
        {
            return Cardinal(year);
        }

        return rest switch
        {
            0 => Cardinal(century) + " hundred",
            < 10 => Cardinal(century) + " oh " + Small[rest],
            _ => Cardinal(century) + " " + Cardinal(rest),
        };
    }

    /// <summary>First, twenty-first, hundredth.</summary>
    public static string Ordinal(int number)
    {
        var cardinal = Cardinal(number);
        var cut = cardinal.LastIndexOfAny([' ', '-']) + 1;
        return cardinal[..cut] + cardinal[cut..] switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            var word when word.EndsWith('y') => word[..^1] + "ieth",
            var word => word + "th",
        };
    }

    private static string Group(int number)
    {
        var (hundreds, rest) = (number / 100, number % 100);
        var low = rest < 20 ? Small[rest] : Tens[rest / 10] + (rest % 10 > 0 ? "-" + Small[rest % 10] : "");
        return hundreds == 0 ? low : Small[hundreds] + " hundred" + (rest > 0 ? " and " + low : "");
    }
}
