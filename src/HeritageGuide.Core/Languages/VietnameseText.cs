using System.Text;

namespace HeritageGuide.Core.Languages;

/// <summary>Folding of Vietnamese (and any other Latin) text: what is typed without marks finds what is written with them.</summary>
public static class VietnameseText
{
    /// <summary>Lower case, without diacritics, <c>đ</c> as <c>d</c>; other scripts stay as they are.</summary>
    public static string Fold(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        if (LatinLetters.TryMap(text, LatinLetters.Folded) is { } mapped)
        {
            return mapped;
        }

        return FoldAny(text);
    }

    /// <summary>The same as <see cref="Fold"/> for any text, by taking letters apart.</summary>
    internal static string FoldAny(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (c is >= '\u0300' and <= '\u036F')
            {
                continue;
            }

            folded.Append(c switch { 'đ' or 'Đ' => 'd', _ => char.ToLowerInvariant(c) });
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Lower case in composed form, marks kept: the form by which marks typed by a visitor are rewarded.</summary>
    public static string Marked(string text) =>
        IsPlain(text) ? text : LatinLetters.TryMap(text, LatinLetters.Lower) ?? MarkedAny(text);

    internal static string MarkedAny(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Whether the text carries any letter that only marked Vietnamese has.</summary>
    public static bool HasVietnameseMarks(string text)
    {
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (c is 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'ă' or 'Ă' or (>= '\u1EA0' and <= '\u1EF9'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c > 127 || char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
