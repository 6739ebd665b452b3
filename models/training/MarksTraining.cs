using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Adapters.Models;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Training;

/// <summary>Counts Vietnamese syllables and pairs of them, to give unmarked text its marks back, and measures it on text held aside.</summary>
internal static class MarksTraining
{
    private const int LeastPairs = 2;

    public static int Run(TrainingOptions options)
    {
        var (training, held) = (new List<string>(), new List<string>());
        foreach (var (group, i) in ParallelText.Read(options.Data, options.ShareAlike).Select((g, i) => (g, i)))
        {
            if (group.Texts.TryGetValue("vi", out var text))
            {
                (i % 20 == 0 ? held : training).Add(text);
            }
        }

        var general = training.Count;
        if (options.WithCorpus)
        {
            foreach (var dossier in CorpusReader.Read(options.Corpus).Dossiers)
            {
                training.AddRange(dossier.Claims.Select(c => c.Vietnamese));
                training.AddRange(dossier.TextIn(LanguageTag.Vietnamese)?.Sections.SelectMany(s => s.Sentences).Select(s => s.Text) ?? []);
                training.AddRange((dossier.Asked.GetValueOrDefault("vi")?.Values ?? []).SelectMany(q => q).Where(VietnameseText.HasVietnameseMarks));
            }
        }

        Console.WriteLine($"{general} texts, and {training.Count - general} of the corpus");
        var (counts, pairs) = Count(training);
        var (right, known) = (0, 0);
        var restorer = new MarkRestorer(new MarkModel(counts, pairs));
        foreach (var text in held)
        {
            var (meant, restored) = (WordReader.Read(text), WordReader.Read(restorer.Restore(VietnameseText.Fold(text))));
            foreach (var (a, b) in meant.Zip(restored).Where(p => p.First.Script == Script.Latin && p.First.Folded == p.Second.Folded))
            {
                known++;
                right += a.Marked == b.Marked ? 1 : 0;
            }
        }

        Console.WriteLine($"{(double)right / known:P2} of {known} syllables right on text held aside; {counts.Count} syllables, {pairs.Count} pairs");
        var path = Path.Combine(options.Output, "language", "marks.gz");
        MarkModelFile.Write(path, counts, pairs);
        Console.WriteLine($"wrote {path}");
        return 0;
    }

    private static (List<KeyValuePair<string, int>> Counts, List<(string First, string Second, int Count)> Pairs) Count(List<string> texts)
    {
        var (counts, pairs) = (new Dictionary<string, int>(), new Dictionary<(string, string), int>());
        foreach (var text in texts)
        {
            var before = MarkModel.Edge;
            counts[before] = counts.GetValueOrDefault(before) + 1;
            foreach (var word in WordReader.Read(text))
            {
                var form = word.Script == Script.Latin ? word.Marked : MarkModel.Edge;
                counts[form] = counts.GetValueOrDefault(form) + 1;
                pairs[(before, form)] = pairs.GetValueOrDefault((before, form)) + 1;
                before = form;
            }
        }

        return (
            [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)],
            [.. pairs.Where(p => p.Value >= LeastPairs).Select(p => (p.Key.Item1, p.Key.Item2, p.Value))]);
    }
}
