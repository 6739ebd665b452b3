using HeritageGuide.Adapters.Corpus;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Training;

/// <summary>Two texts that mean the same or answer each other.</summary>
/// <param name="Left">One text, or some of its words.</param>
/// <param name="Right">The other.</param>
/// <param name="Group">By which duplicates in a batch are told.</param>
/// <param name="IsPart">Whether the left one is some words of a text, drawn for this pair alone.</param>
internal readonly record struct TrainingPair(string Left, string Right, int Group, bool IsPart);

/// <summary>Draws batches of pairs: half of them from one source, so that the others in the batch are hard to tell apart.</summary>
internal sealed class TrainingPairs
{
    /// <summary>Share of pairs of a text and a part of itself.</summary>
    private const double SameText = 0.25;

    /// <summary>Share of the other pairs in which a part stands against the same in another language.</summary>
    private const double PartAcross = 0.4;

    private readonly List<List<string[]>> _sources;
    private readonly List<int> _offsets = [];
    private readonly double[] _shares;

    private TrainingPairs(List<List<string[]>> sources)
    {
        _sources = sources;
        var offset = 0;
        foreach (var source in sources)
        {
            _offsets.Add(offset);
            offset += source.Count;
        }

        // Square roots keep the large sources from drowning the small ones.
        _shares = [.. sources.Select(s => Math.Sqrt(s.Count))];
    }

    public IEnumerable<string> AllTexts => _sources.SelectMany(s => s.SelectMany(g => g)).Select(t => t[2..]);

    public int Groups => _sources.Sum(s => s.Count);

    public static TrainingPairs Read(TrainingOptions options)
    {
        // A text is kept with its language code in front: "vi" + text.
        var sources = ParallelText.Read(options.Data, options.ShareAlike)
            .Select(g => (g.Source, Texts: g.Texts.Select(t => t.Key + t.Value).ToArray()))
            .Where(g => g.Texts.Length > 1)
            .GroupBy(g => g.Source).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Select(x => x.Texts).ToList()).ToList();
        if (options.WithCorpus)
        {
            sources.AddRange(FromCorpus(options.Corpus));
        }

        return new TrainingPairs(sources);
    }

    public TrainingPair[] Batch(int size, Random chance)
    {
        var single = Pick(chance);
        var pairs = new TrainingPair[size];
        for (var i = 0; i < size; i++)
        {
            var source = i < size / 2 ? single : Pick(chance);
            var group = chance.Next(_sources[source].Count);
            pairs[i] = Draw(_sources[source][group], _offsets[source] + group, chance);
        }

        return pairs;
    }

    private int Pick(Random chance)
    {
        var at = chance.NextDouble() * _shares.Sum();
        for (var i = 0; i < _shares.Length; i++)
        {
            at -= _shares[i];
            if (at < 0)
            {
                return i;
            }
        }

        return _shares.Length - 1;
    }

    private static TrainingPair Draw(string[] texts, int group, Random chance)
    {
        var left = PickText(texts, chance, null);
        if (chance.NextDouble() < SameText || texts.Length == 1)
        {
            return new TrainingPair(Worn(Part(left, chance), chance), Worn(left, chance), group, true);
        }

        var right = PickText(texts, chance, left);
        return chance.NextDouble() < PartAcross
            ? new TrainingPair(Worn(Part(left, chance), chance), Worn(right, chance), group, true)
            : new TrainingPair(Worn(left, chance), Worn(right, chance), group, false);
    }

    private static string PickText(string[] texts, Random chance, string? except)
    {
        var candidates = texts.Where(t => t != except).ToList();
        if (candidates.Count == 0)
        {
            return texts[0];
        }

        var weights = candidates.Select(t => t.StartsWith("vi", StringComparison.Ordinal) ? 3 : 1).ToList();
        var at = chance.Next(weights.Sum());
        for (var i = 0; i < candidates.Count; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return candidates[i];
            }
        }

        return candidates[^1];
    }

    // Marks are stripped at random: this is why unmarked Vietnamese finds what marked Vietnamese finds.
    private static string Worn(string text, Random chance)
    {
        var stripped = text[..2] switch { "vi" => 0.3, "fr" => 0.1, _ => 0 };
        return chance.NextDouble() < stripped ? VietnameseText.Fold(text[2..]) : text[2..];
    }

    // Some of a text's words, as a question holds some of the words of its passage; the language code stays in front.
    private static string Part(string text, Random chance)
    {
        var words = WordReader.Read(text[2..]);
        var share = 0.2 + 0.4 * chance.NextDouble();
        var kept = words.Where(_ => chance.NextDouble() < share).ToList();
        return kept.Count == 0 ? text : text[..2] + string.Join(' ', kept.Select(w => text.Substring(2 + w.Start, w.Length)));
    }

    private static IEnumerable<List<string[]>> FromCorpus(string root)
    {
        var dossiers = CorpusReader.Read(root).Dossiers;
        var (claims, asked, told) = (new List<string[]>(), new List<string[]>(), new List<string[]>());
        foreach (var dossier in dossiers)
        {
            foreach (var claim in dossier.Claims)
            {
                string[] both = ["vi" + claim.Vietnamese, "en" + claim.English];
                claims.Add(both);
                var questions = dossier.Asked.SelectMany(p => p.Value.TryGetValue(claim.Id, out var list) ? list.Where(q => !HeldAside.Holds(q)).Select(q => p.Key + q) : []).ToArray();
                asked.AddRange(questions.Select(q => (string[])[q, .. both]));
                if (questions.Length > 1)
                {
                    asked.Add(questions);
                }
            }

            foreach (var section in dossier.Texts.SelectMany(t => t.Sections.Select(s => (t.Language, Section: s))).GroupBy(s => s.Section.Id))
            {
                told.Add([.. section.Select(s => s.Language + string.Join(' ', s.Section.Sentences.Select(x => x.Text)))]);
            }

            foreach (var sentence in dossier.Texts.SelectMany(t => t.Sections.SelectMany(s => s.Sentences.Where(x => x.Claims.Count == 1).Select(x => (t.Language, x)))).GroupBy(s => s.x.Claims[0]))
            {
                told.Add([.. sentence.Select(s => s.Language + s.x.Text)]);
            }
        }

        return new List<List<string[]>> { claims, asked, told }.Where(s => s.Count > 0);
    }
}
