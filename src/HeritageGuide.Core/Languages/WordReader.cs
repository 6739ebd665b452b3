using System.Globalization;
using System.Text;

namespace HeritageGuide.Core.Languages;

/// <summary>Cuts text of all seven languages into words: Latin words and numbers whole, other scripts cluster by cluster.</summary>
public static class WordReader
{
    /// <summary>The words of a text in order. Thousands separators inside a number are dropped (1.097 and 1,097 read 1097).</summary>
    public static List<Word> Read(string text)
    {
        var words = new List<Word>(text.Length / 4);
        for (var at = 0; TryNext(text, ref at, out var place);)
        {
            var raw = text.Substring(place.Start, place.Length);
            var folded = place.Script switch { Script.Latin => VietnameseText.Fold(raw), Script.Digits => Number(raw), _ => Cluster(raw) };
            words.Add(new Word(folded, place.Script == Script.Latin ? VietnameseText.Marked(raw) : folded, place.Script, place.Start, place.Length, place.RunStart));
        }

        return words;
    }

    /// <summary>Where the next word stands; nothing is copied.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">From where to look; after the word when one is found.</param>
    /// <param name="place">The word's place.</param>
    internal static bool TryNext(string text, ref int at, out WordPlace place)
    {
        for (; at < text.Length; at++)
        {
            if (Scripts.Of(text[at]) is not { } script)
            {
                continue;
            }

            var start = at;
            at = script switch
            {
                Script.Latin => EndOf(text, start, Script.Latin),
                Script.Digits => EndOfNumber(text, start),
                Script.Khmer => EndOfKhmerCluster(text, start),
                _ => start + 1,
            };
            place = new WordPlace(script, start, at - start, script is Script.Latin or Script.Digits || start == 0 || !Scripts.Is(text[start - 1], script));
            return true;
        }

        place = default;
        return false;
    }

    /// <summary>A number's digits as 0 to 9, without separators and zeros before it.</summary>
    internal static string Number(string raw)
    {
        var digits = raw.Any(c => c > 127) ? raw.Normalize(NormalizationForm.FormKC) : raw;
        var plain = new StringBuilder(digits.Length);
        foreach (var c in digits)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value >= 0)
            {
                plain.Append((char)('0' + value));
            }
        }

        var number = plain.ToString();
        var trimmed = number.Length > 1 ? number.TrimStart('0') : number;
        return trimmed.Length == 0 ? "0" : trimmed;
    }

    /// <summary>A letter cluster in the form in which equal ones are equal.</summary>
    internal static string Cluster(string raw) => raw is [var letter] && Scripts.IsComposed(letter) ? raw : raw.Normalize(NormalizationForm.FormKC);

    private static int EndOf(string text, int i, Script script)
    {
        while (i < text.Length && (Scripts.Is(text[i], script)))
        {
            i++;
        }

        return i;
    }

    private static int EndOfNumber(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsDigit(text[i]))
            {
                i++;
            }
            else if (IsThousandsSeparator(text, i))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    // "1.097" and "1,097" are one number, "20.11" and "3,5" are two.
    private static bool IsThousandsSeparator(string text, int i) =>
        text[i] is '.' or ',' or '\u00A0' or '\u202F'
        && i > 0 && char.IsDigit(text[i - 1])
        && i + 3 < text.Length && char.IsDigit(text[i + 1]) && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3])
        && (i + 4 >= text.Length || !char.IsDigit(text[i + 4]))
        && !(i >= 4 && char.IsDigit(text[i - 4]) && char.IsDigit(text[i - 3]) && char.IsDigit(text[i - 2]));

    private static int EndOfKhmerCluster(string text, int i)
    {
        i++;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == '\u17D2' && i + 1 < text.Length)
            {
                i += 2;
            }
            else if (c is >= '\u17B4' and <= '\u17D3' or '\u17DD' or '\u200B' or '\u200C' or '\u200D')
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }
}
