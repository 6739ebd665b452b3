using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Passages;

namespace HeritageGuide.Benchmarks;

/// <summary>As many passages as are wanted: sentences of the corpus in new company, three to a passage.</summary>
internal static class SyntheticPassages
{
    public static string[] SentencesOf(Library library, params string[] languages) =>
    [
        .. library.Passages.Where(p => languages.Length == 0 || languages.Contains(p.Language)).SelectMany(p => p.Sentences.Select(s => p.Text.Substring(s.Start, s.Length))),
    ];

    public static List<Passage> Make(string[] sentences, int count)
    {
        var chance = new Random(count);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var text = string.Join(' ', Enumerable.Range(0, 3).Select(_ => sentences[chance.Next(sentences.Length)]));
                return new Passage($"p{i}", $"d{i % 500}", "dossier", "vi", "s", "", text, [new PassageSentence(0, text.Length, [])]);
            }),
        ];
    }
}
