namespace HeritageGuide.Core.Languages;

/// <summary>The kinds of writing that are cut into words in different ways.</summary>
public enum Script
{
    Latin,
    Digits,
    Hangul,
    Han,
    Katakana,
    Hiragana,
    Khmer,
}

/// <summary>One word (Latin, digits) or one letter cluster (all other scripts) of a text, with its place in it.</summary>
/// <param name="Folded">The form that is indexed: lower case, no diacritics.</param>
/// <param name="Marked">Lower case with diacritics.</param>
/// <param name="Script">How it is written.</param>
/// <param name="Start">Offset of the first UTF-16 unit in the text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="RunStart">True where no word of the same script stands directly before it.</param>
public readonly record struct Word(string Folded, string Marked, Script Script, int Start, int Length, bool RunStart);

/// <summary>Where a word stands, see <see cref="Word"/>.</summary>
internal readonly record struct WordPlace(Script Script, int Start, int Length, bool RunStart);
