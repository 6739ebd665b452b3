using System.Text;

namespace HeritageGuide.Core.Languages;

/// <summary>
/// Tells Vietnamese, unmarked Vietnamese, English and French apart by their words and letter groups (naive Bayes over hashed
/// features). Trained by <c>models/training</c>; the weights ship in <c>models/language</c>.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>The classes, in the order of the weights.</summary>
    public static readonly string[] Classes = ["vi", "vi-unmarked", "en", "fr"];

    /// <summary>Number of hashed features.</summary>
    public const int Buckets = 1 << 15;

    private readonly sbyte[] _weights;

    /// <param name="weights">Buckets × classes: natural-log likelihoods in eighths, relative to the mean over classes.</param>
    public LanguageModel(sbyte[] weights)
    {
        if (weights.Length != Buckets * Classes.Length)
        {
            throw new ArgumentException($"A language model has {Buckets * Classes.Length} weights, not {weights.Length}.", nameof(weights));
        }

        _weights = weights;
    }

    /// <summary>Decides the language; names alone (capitalised throughout, in two words or more) fit any.</summary>
    public DetectedLanguage Classify(string text, IReadOnlyList<string> words)
    {
        var scores = Scores(words);
        var best = Array.IndexOf(scores, scores.Max());
        var tag = LanguageTag.Parse(Classes[best].Split('-')[0]);
        var unmarked = best == 1 || best == 0 && !VietnameseText.HasVietnameseMarks(text);
        return LooksLikeNames(text) ? new DetectedLanguage(null, unmarked) : new DetectedLanguage(tag, unmarked);
    }

    /// <summary>One score a class; the highest wins.</summary>
    public double[] Scores(IReadOnlyList<string> words)
    {
        var scores = new double[Classes.Length];
        foreach (var bucket in words.SelectMany(Features))
        {
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += _weights[bucket * Classes.Length + c] / 8.0;
            }
        }

        return scores;
    }

    /// <summary>The hashed features of a word: itself and its groups of 1 to 4 letters, the ends marked.</summary>
    public static IEnumerable<int> Features(string word)
    {
        var framed = "^" + word.Normalize(NormalizationForm.FormC) + "$";
        yield return Bucket("w" + framed);
        yield return Bucket("w" + framed);
        for (var n = 2; n <= 4; n++)
        {
            for (var i = 0; i + n <= framed.Length; i++)
            {
                yield return Bucket(framed.Substring(i, n));
            }
        }
    }

    private static bool LooksLikeNames(string text)
    {
        var words = WordReader.Read(text).Where(w => w.Script == Script.Latin).ToList();
        return words.Count is > 0 and <= 5 && !text.Contains('?', StringComparison.Ordinal) && words.All(w => char.IsUpper(text[w.Start]));
    }

    private static int Bucket(string feature)
    {
        var hash = StableHash.Of(feature);
        return (int)((hash ^ hash >> 16) % Buckets);
    }
}
