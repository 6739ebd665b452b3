namespace HeritageGuide.Core.Guide;

/// <summary>The permanent five-character code of a stop, in Crockford's base 32 (no I, L, O or U).</summary>
public static class StopCode
{
    public const int Length = 5;
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Reads what a visitor typed: any case, spaces and hyphens, look-alike letters; null where it cannot be a code.</summary>
    public static string? Normalize(string? typed)
    {
        if (typed is null || typed.Length > 20)
        {
            return null;
        }

        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var c in typed)
        {
            if (c is ' ' or '-' or '.' or '\u00A0')
            {
                continue;
            }

            var letter = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (length == Length || !Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                return null;
            }

            code[length++] = letter;
        }

        return length == Length ? new string(code) : null;
    }
}
