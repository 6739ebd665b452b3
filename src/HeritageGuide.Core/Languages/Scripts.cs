namespace HeritageGuide.Core.Languages;

/// <summary>Which kind of writing a character belongs to.</summary>
internal static class Scripts
{
    // Looked up for every character of every text: 64 KB, of which a text touches little.
    private static readonly sbyte[] Table = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (sbyte)(Find((char)c) ?? None))];
    private const Script None = (Script)(-1);

    /// <summary>Null for blanks, signs and all other writing.</summary>
    public static Script? Of(char c) => Table[c] < 0 ? null : (Script)Table[c];

    public static bool Is(char c, Script script) => Table[c] == (sbyte)script;

    /// <summary>Letters that compatibility composition (NFKC) leaves as they are, as nearly all of Chinese, Japanese and Korean are.</summary>
    public static bool IsComposed(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or '\u30FC' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    private static Script? Find(char c) => c switch
    {
        >= '0' and <= '9' or >= '\u17E0' and <= '\u17E9' or >= '\uFF10' and <= '\uFF19' => Script.Digits,
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => Script.Latin,
        < '\u00C0' => null,
        >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF' or >= '\uFF21' and <= '\uFF5A' => c is '×' or '÷' ? null : Script.Latin,
        >= '\u0300' and <= '\u036F' => Script.Latin,
        >= '\u1780' and <= '\u17B3' => Script.Khmer,
        >= '\u3041' and <= '\u309F' => Script.Hiragana,
        >= '\u30A1' and <= '\u30FA' or '\u30FC' or >= '\uFF66' and <= '\uFF9D' => Script.Katakana,
        >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '\u3005' => Script.Han,
        >= '\uAC00' and <= '\uD7A3' => Script.Hangul,
        _ => null,
    };
}
