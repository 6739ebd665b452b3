using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// Cuts a text into the units and features of the shipped model. A unit is a Latin or Hangul word, a katakana run, a number, or one
/// letter of a script written without spaces; its features are the forms and letter groups by which it is looked up.
/// </summary>
public static class FeatureReader
{
    /// <summary>A unit's features.</summary>
    /// <param name="Forms">Its own forms, the plainest first.</param>
    /// <param name="Latin">Whether it is a Latin word, which alone has pieces.</param>
    public readonly record struct Unit(List<Feature> Forms, bool Latin)
    {
        /// <summary>Groups of three to five letters, for a word that the vocabulary lacks.</summary>
        public IEnumerable<Feature> Pieces()
        {
            var framed = Latin ? "<" + Forms[0].Text + ">" : "";
            for (var n = 3; n <= 5; n++)
            {
                for (var start = 0; start + n <= framed.Length; start++)
                {
                    yield return new Feature("#" + framed.Substring(start, n));
                }
            }
        }
    }

    public static List<Unit> Read(string text)
    {
        var words = WordReader.Read(text);
        var units = new List<Unit>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            switch (word.Script)
            {
                case Script.Latin:
                    units.Add(LatinUnit(words, i));
                    break;
                case Script.Digits:
                    units.Add(new Unit([new Feature(word.Folded)], false));
                    break;
                case Script.Hangul or Script.Katakana:
                    var end = RunEnd(words, i);
                    units.Add(RunUnit(words, i, end, word.Script == Script.Hangul ? 1 : 2));
                    i = end - 1;
                    break;
                default:
                    units.Add(LetterUnit(words, i, word.Script == Script.Khmer ? 4 : 3));
                    break;
            }
        }

        return units;
    }

    private static Unit LatinUnit(List<Word> words, int i)
    {
        var word = words[i];
        var forms = new List<Feature>(4) { new(word.Folded) };
        var marked = word.Marked != word.Folded;
        if (marked)
        {
            forms.Add(new Feature(word.Marked));
        }

        if (i > 0 && words[i - 1].Script == Script.Latin)
        {
            var before = words[i - 1];
            forms.Add(new Feature(word.Folded, before.Folded));
            if (marked || before.Marked != before.Folded)
            {
                forms.Add(new Feature(word.Marked, before.Marked));
            }
        }

        return new Unit(forms, true);
    }

    private static Unit RunUnit(List<Word> words, int start, int end, int shortest)
    {
        var letters = new List<string>(end - start);
        for (var i = start; i < end; i++)
        {
            letters.Add(words[i].Folded);
        }

        List<Feature> forms = [new(string.Concat(letters))];
        for (var n = shortest; n <= 3; n++)
        {
            for (var i = 0; i + n <= letters.Count && n < letters.Count; i++)
            {
                forms.Add(new Feature(string.Concat(letters.Skip(i).Take(n))));
            }
        }

        return new Unit(forms, false);
    }

    private static Unit LetterUnit(List<Word> words, int i, int longest)
    {
        var forms = new List<Feature>(longest);
        var form = "";
        for (var n = 0; n < longest && i - n >= 0 && words[i - n].Script == words[i].Script; n++)
        {
            form = words[i - n].Folded + form;
            forms.Add(new Feature(form));
            if (words[i - n].RunStart)
            {
                break;
            }
        }

        return new Unit(forms, false);
    }

    private static int RunEnd(List<Word> words, int start)
    {
        var end = start + 1;
        while (end < words.Count && words[end].Script == words[start].Script && !words[end].RunStart)
        {
            end++;
        }

        return end;
    }
}
