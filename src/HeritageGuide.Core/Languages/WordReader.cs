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
        var i = 0;
        while (i < text.Length)
        {
            var script = Scripts.Of(text[i]);
            if (script is null)
            {
                i++;
                continue;
            }

            var end = script switch
            {
                Script.Latin => EndOf(text, i, Script.Latin),
                Script.Digits => EndOfNumber(text, i),
                Script.Khmer => EndOfKhmerCluster(text, i),
                _ => i + 1,
            };
            var raw = text[i..end];
            words.Add(script switch
            {
                Script.Digits => Number(raw, i, end - i),
                Script.Latin => new Word(VietnameseText.Fold(raw), VietnameseText.Marked(raw), Script.Latin, i, end - i, true),
                _ => Cluster(raw, script.Value, i, end - i, i == 0 || !Scripts.Is(text[i - 1], script.Value)),
            });
            i = end;
        }

        return words;
    }

    private static Word Number(string raw, int start, int length)
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
        return new Word(trimmed.Length == 0 ? "0" : trimmed, trimmed.Length == 0 ? "0" : trimmed, Script.Digits, start, length, true);
    }

    private static Word Cluster(string raw, Script script, int start, int length, bool runStart)
    {
        var form = raw.Normalize(NormalizationForm.FormKC);
        return new Word(form, form, script, start, length, runStart);
    }

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
