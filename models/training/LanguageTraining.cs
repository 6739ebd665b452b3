using HeritageGuide.Core.Languages;

namespace HeritageGuide.Training;

/// <summary>Trains the model that tells Vietnamese, unmarked Vietnamese, English and French apart, and measures it on text held aside.</summary>
internal static class LanguageTraining
{
    private const double Smoothing = 0.5;

    public static int Run(TrainingOptions options)
    {
        var groups = ParallelText.Read(options.Data, options.ShareAlike);
        var (training, held) = (new List<(int Class, string Text)>(), new List<(int Class, string Text)>());
        for (var i = 0; i < groups.Count; i++)
        {
            var to = i % 20 == 0 ? held : training;
            foreach (var (language, text) in groups[i].Texts)
            {
                if (language is "vi" or "en" or "fr" && text.Any(char.IsLetter))
                {
                    to.Add((Array.IndexOf(LanguageModel.Classes, language), text));
                    if (language == "vi")
                    {
                        to.Add((1, VietnameseText.Fold(text)));
                    }
                }
            }
        }

        if (options.WithCorpus)
        {
            var corpus = Adapters.Corpus.CorpusReader.Read(options.Corpus);
            foreach (var (language, question) in corpus.Dossiers.SelectMany(d => d.Asked.SelectMany(p => p.Value.Values.SelectMany(v => v.Select(q => (p.Key, q))))))
            {
                if (language is "en" or "fr")
                {
                    training.Add((Array.IndexOf(LanguageModel.Classes, language), question));
                }
                else if (language == "vi")
                {
                    training.Add((VietnameseText.HasVietnameseMarks(question) ? 0 : 1, question));
                    training.Add((1, VietnameseText.Fold(question)));
                }
            }
        }

        var model = new LanguageModel(Weights(training));
        foreach (var words in (int[])[1, 2, 3, 4, 8])
        {
            Console.WriteLine($"{words} words: {Accuracy(model, held, words):P2} right on text held aside");
        }

        Directory.CreateDirectory(Path.Combine(options.Output, "language"));
        var path = Path.Combine(options.Output, "language", "latin.bin");
        File.WriteAllBytes(path, [.. Weights(training).Select(w => (byte)w)]);
        Console.WriteLine($"wrote {path}");
        return 0;
    }

    private static sbyte[] Weights(List<(int Class, string Text)> texts)
    {
        var classes = LanguageModel.Classes.Length;
        var counts = new double[LanguageModel.Buckets * classes];
        var totals = new double[classes];
        foreach (var (c, text) in texts)
        {
            foreach (var bucket in WordsOf(text).SelectMany(LanguageModel.Features))
            {
                counts[bucket * classes + c]++;
                totals[c]++;
            }
        }

        var weights = new sbyte[counts.Length];
        for (var b = 0; b < LanguageModel.Buckets; b++)
        {
            var logs = Enumerable.Range(0, classes).Select(c => Math.Log((counts[b * classes + c] + Smoothing) / (totals[c] + Smoothing * LanguageModel.Buckets))).ToArray();
            for (var c = 0; c < classes; c++)
            {
                weights[b * classes + c] = (sbyte)Math.Clamp(Math.Round((logs[c] - logs.Average()) * 8), -127, 127);
            }
        }

        return weights;
    }

    private static double Accuracy(LanguageModel model, List<(int Class, string Text)> held, int count)
    {
        var (right, all) = (0, 0);
        foreach (var (c, text) in held)
        {
            var words = WordsOf(text);
            if (words.Count < count)
            {
                continue;
            }

            var scores = model.Scores([.. words.Take(count)]);
            var best = Array.IndexOf(scores, scores.Max());

            // Vietnamese words that carry no mark are the same marked or not: the language is right either way.
            right += best == c || best + c == 1 ? 1 : 0;
            all++;
        }

        return (double)right / Math.Max(1, all);
    }

    private static List<string> WordsOf(string text) => [.. WordReader.Read(text).Where(w => w.Script == Script.Latin).Select(w => w.Marked)];
}
