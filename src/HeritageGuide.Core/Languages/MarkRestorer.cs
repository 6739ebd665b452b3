using System.Text;

namespace HeritageGuide.Core.Languages;

/// <summary>Writes Vietnamese that was typed without marks as it is meant, where it is sure enough; what it is not sure of stays as typed.</summary>
public sealed class MarkRestorer(MarkModel model)
{
    /// <summary>Least probability at which a syllable gets its marks.</summary>
    private const double Sure = 0.6;

    /// <summary>The text with its marks; everything else in it stays as it is.</summary>
    public string Restore(string text)
    {
        var words = WordReader.Read(text);
        var forms = words.Select(FormsOf).ToList();
        var meant = Meant(forms);
        var restored = new StringBuilder(text.Length);
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Script != Script.Latin || meant[i] is not { } form || form == words[i].Marked)
            {
                continue;
            }

            restored.Append(text, at, words[i].Start - at).Append(char.IsUpper(text[words[i].Start]) ? char.ToUpperInvariant(form[0]) + form[1..] : form);
            at = words[i].Start + words[i].Length;
        }

        return restored.Append(text, at, text.Length - at).ToString();
    }

    private IReadOnlyList<string> FormsOf(Word word) =>
        word.Script != Script.Latin ? [MarkModel.Edge] : word.Marked != word.Folded ? [word.Marked] : model.FormsOf(word.Folded);

    /// <summary>The most probable form at each place, by what stands before and after (forward and backward sums); null where none is sure.</summary>
    private string?[] Meant(List<IReadOnlyList<string>> forms)
    {
        var forward = new double[forms.Count][];
        for (var i = 0; i < forms.Count; i++)
        {
            forward[i] = Shares([.. forms[i].Select(f => i == 0
                ? model.After(MarkModel.Edge, f)
                : forms[i - 1].Select((p, n) => forward[i - 1][n] * model.After(p, f)).Sum())]);
        }

        var meant = new string?[forms.Count];
        double[] backward = [];
        for (var i = forms.Count - 1; i >= 0; i--)
        {
            var after = backward;
            backward = i == forms.Count - 1
                ? [.. forms[i].Select(_ => 1.0)]
                : Shares([.. forms[i].Select(f => forms[i + 1].Select((n, k) => model.After(f, n) * after[k]).Sum())]);
            var sure = Shares([.. forward[i].Zip(backward, (f, b) => f * b)]);
            var best = Array.IndexOf(sure, sure.Max());
            meant[i] = sure[best] >= Sure ? forms[i][best] : null;
        }

        return meant;

        static double[] Shares(double[] values)
        {
            var sum = values.Sum();
            return sum > 0 ? [.. values.Select(v => v / sum)] : values;
        }
    }
}
