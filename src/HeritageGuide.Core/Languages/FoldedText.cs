using System.Buffers;

namespace HeritageGuide.Core.Languages;

/// <summary>
/// The words of a text folded, in one piece of memory: Latin words and numbers between bars ("_cho_noi_1948_"), letters of other scripts side by
/// side. No word is a text of its own, so reading costs a fifth of <see cref="WordReader.Read"/>.
/// </summary>
internal sealed class FoldedText : IDisposable
{
    private const char Bar = '_';
    private readonly List<Piece> _pieces;
    private char[] _letters;
    private int _length;

    public FoldedText(string text)
    {
        _letters = ArrayPool<char>.Shared.Rent(2 * text.Length + 16);
        _pieces = new List<Piece>(text.Length / 4 + 1);
        for (var at = 0; WordReader.TryNext(text, ref at, out var place);)
        {
            var whole = place.Script is Script.Latin or Script.Digits;
            if (whole && (_length == 0 || _letters[_length - 1] != Bar))
            {
                Append([Bar]);
            }

            var start = _length;
            AppendFolded(text, place);
            _pieces.Add(new Piece(place, start, _length - start));
            if (whole)
            {
                Append([Bar]);
            }
        }
    }

    /// <summary>Number of words.</summary>
    public int Count => _pieces.Count;

    /// <summary>All of it.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, _length);

    /// <summary>Where a word stands in the text that was read.</summary>
    public WordPlace PlaceOf(int word) => _pieces[word].Place;

    /// <summary>A word, or some words and what stands between them.</summary>
    public ReadOnlySpan<char> Words(int first, int last) => _letters.AsSpan(_pieces[first].Start, _pieces[last].Start + _pieces[last].Length - _pieces[first].Start);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_letters);
        _letters = [];
    }

    private void AppendFolded(string text, WordPlace place)
    {
        var raw = text.AsSpan(place.Start, place.Length);
        Reserve(raw.Length);
        if (place.Script == Script.Latin && LatinLetters.TryMap(raw, LatinLetters.Folded, _letters.AsSpan(_length)))
        {
            _length += raw.Length;
            return;
        }

        if (raw is [var letter] && Scripts.IsComposed(letter))
        {
            _letters[_length++] = letter;
            return;
        }

        Append(place.Script switch
        {
            Script.Latin => VietnameseText.Fold(raw.ToString()),
            Script.Digits => WordReader.Number(raw.ToString()),
            _ => WordReader.Cluster(raw.ToString()),
        });
    }

    private void Append(ReadOnlySpan<char> letters)
    {
        Reserve(letters.Length);
        letters.CopyTo(_letters.AsSpan(_length));
        _length += letters.Length;
    }

    private void Reserve(int more)
    {
        if (_length + more <= _letters.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(2 * (_length + more));
        Letters.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_letters);
        _letters = larger;
    }

    private readonly record struct Piece(WordPlace Place, int Start, int Length);
}
