namespace HeritageGuide.Core.Narration;

/// <summary>Reads Roman numerals up to 39, the largest that names of wars, congresses and centuries need.</summary>
public static class RomanNumeral
{
    /// <summary>The number, or null where the letters are no well-formed numeral.</summary>
    public static int? Parse(string letters)
    {
        var value = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var (here, next) = (Digit(letters[i]), i + 1 < letters.Length ? Digit(letters[i + 1]) : 0);
            if (here == 0)
            {
                return null;
            }

            value += here < next ? -here : here;
        }

        return value is > 0 and < 40 && Write(value) == letters ? value : null;
    }

    private static int Digit(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };

    private static string Write(int value) =>
        new string('X', value / 10) + (value % 10) switch
        {
            4 => "IV",
            9 => "IX",
            var ones when ones >= 5 => "V" + new string('I', ones - 5),
            var ones => new string('I', ones),
        };
}
