using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// The terms by which a text is indexed and searched: folded Latin words and numbers, pairs of neighbouring Latin words (Vietnamese
/// words are mostly two syllables), and pairs of neighbouring letters in scripts written without spaces.
/// </summary>
public static class SearchTerms
{
    /// <summary>Terms in order of appearance, repeats included.</summary>
    public static List<string> Of(string text) => Of(WordReader.Read(text));

    public static List<string> Of(IReadOnlyList<Word> words)
    {
        var terms = new List<string>(words.Count * 2);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var joined = i > 0 && words[i - 1].Script == word.Script;
            if (word.Script is Script.Latin or Script.Digits)
            {
                terms.Add(word.Folded);
                if (joined && word.Script == Script.Latin)
                {
                    terms.Add(words[i - 1].Folded + "_" + word.Folded);
                }
            }
            else if (joined && !word.RunStart)
            {
                terms.Add(words[i - 1].Folded + word.Folded);
            }
            else if (i + 1 >= words.Count || words[i + 1].Script != word.Script || words[i + 1].RunStart || word.Script == Script.Han)
            {
                terms.Add(word.Folded);
            }
        }

        return terms;
    }
}
