using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Finds names and years that a question takes for granted but that the dossiers it is answered from never mention.</summary>
public sealed class Premise
{
    private readonly Dictionary<string, string> _said;

    public Premise(IEnumerable<Cue> cues, Library library) => _said = cues
        .Where(c => c.Kind is CueKind.Claim or CueKind.Sentence or CueKind.Dispute)
        .Select(c => (c.Dossier, c.Text)).Concat(library.Dossiers.SelectMany(d => d.Names.Texts.Values.Concat(d.Aliases).Concat(d.Places.Select(p => p.Name)).Select(n => (Dossier: d.Id, Text: n))))
        .GroupBy(c => c.Dossier).ToDictionary(g => g.Key, g => string.Join(" | ", g.Select(c => Joined(c.Text))));

    /// <summary>The name or year as it was typed; null where all that is named is known, or nothing is named.</summary>
    public string? Unknown(string question, IReadOnlyCollection<string> dossiers) => dossiers.Count == 0 ? null
        : Named(question).FirstOrDefault(name => !dossiers.Any(d => _said.TryGetValue(d, out var said) && $" {said} ".Contains($" {Joined(name)} ", StringComparison.Ordinal)));

    // People and places have two words or more, each with a capital; one alone may just open the question.
    private static IEnumerable<string> Named(string question)
    {
        var words = WordReader.Read(question);
        for (var i = 0; i < words.Count; i++)
        {
            var end = i;
            while (end < words.Count && IsName(question, words, i, end))
            {
                end++;
            }

            if (end - i > 1)
            {
                yield return question[words[i].Start..(words[end - 1].Start + words[end - 1].Length)];
                i = end - 1;
            }
            else if (words[i] is { Script: Script.Digits, Length: 4 })
            {
                yield return question.Substring(words[i].Start, 4);
            }
        }
    }

    private static bool IsName(string text, IReadOnlyList<Word> words, int from, int at) =>
        words[at].Script == Script.Latin && words[at].Length > 1 && char.IsUpper(text[words[at].Start]) && text.Skip(words[at].Start + 1).Take(words[at].Length - 1).Any(char.IsLower)
        && (at == from || words[at].Start == words[at - 1].Start + words[at - 1].Length + 1 && text[words[at].Start - 1] == ' ');

    private static string Joined(string text) => string.Join(' ', WordReader.Read(text).Select(w => w.Folded));
}
