using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// The terms by which a text is indexed and searched: folded Latin words and numbers, pairs of neighbouring Latin words (Vietnamese
/// words are mostly two syllables), and pairs of neighbouring letters in scripts written without spaces.
/// </summary>
public static class SearchTerms
{
    /// <summary>Terms in order of appearance, repeats included.</summary>
    public static List<string> Of(string text)
    {
        using var folded = new FoldedText(text);
        var terms = new List<string>(folded.Count * 2);
        Read(folded, term => terms.Add(term.ToString()));
        return terms;
    }

    /// <summary>Tells each term in turn; its letters hold only while it is told.</summary>
    internal static void Read(FoldedText text, Action<ReadOnlySpan<char>> tell)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var word = text.PlaceOf(i);
            var joined = i > 0 && text.PlaceOf(i - 1).Script == word.Script;
            if (word.Script is Script.Latin or Script.Digits)
            {
                tell(text.Words(i, i));
                if (joined && word.Script == Script.Latin)
                {
                    tell(text.Words(i - 1, i));
                }
            }
            else if (joined && !word.RunStart)
            {
                tell(text.Words(i - 1, i));
            }
            else if (i + 1 >= text.Count || text.PlaceOf(i + 1) is var next && (next.Script != word.Script || next.RunStart) || word.Script == Script.Han)
            {
                tell(text.Words(i, i));
            }
        }
    }
}
