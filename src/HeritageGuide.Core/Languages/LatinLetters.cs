namespace HeritageGuide.Core.Languages;

/// <summary>Latin letters that stand for themselves, one character each, as nearly all are typed: no need to take them apart word by word.</summary>
internal static class LatinLetters
{
    private const int Last = 0x1EFF;

    /// <summary>For each character its folded form; 0 where it has none of one character.</summary>
    public static char[] Folded { get; } = Table(VietnameseText.FoldAny);

    /// <summary>For each character its lower case; 0 where that is not one character.</summary>
    public static char[] Lower { get; } = Table(VietnameseText.MarkedAny);

    /// <summary>The text letter by letter; null where a letter is not in the table.</summary>
    public static string? TryMap(string text, char[] table)
    {
        var changed = false;
        foreach (var c in text)
        {
            if (c > Last || table[c] == 0)
            {
                return null;
            }

            changed |= table[c] != c;
        }

        return !changed ? text : string.Create(text.Length, (text, table), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from.table[from.text[i]];
            }
        });
    }

    /// <summary>The same without a text of its own.</summary>
    /// <param name="mapped">At least as long as the text.</param>
    public static bool TryMap(ReadOnlySpan<char> text, char[] table, Span<char> mapped)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > Last || table[text[i]] == 0)
            {
                return false;
            }

            mapped[i] = table[text[i]];
        }

        return true;
    }

    private static char[] Table(Func<string, string> map)
    {
        var table = new char[Last + 1];
        for (var c = ' '; c <= Last; c++)
        {
            if (c < 0x80 || (c >= 0xC0 && c < 0x250) || c >= 0x1E00)
            {
                table[c] = map(c.ToString()) is [var one] ? one : (char)0;
            }
        }

        return table;
    }
}
