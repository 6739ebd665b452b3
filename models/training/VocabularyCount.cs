using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Training;

/// <summary>Chooses the features that get a row of their own: those that stand in the most texts.</summary>
internal static class VocabularyCount
{
    public static (List<string> Features, int[] Frequencies, int Texts) Choose(IEnumerable<string> all, int size)
    {
        var counts = new Dictionary<string, int>();
        var seen = new HashSet<string>();
        var texts = 0;
        foreach (var text in all)
        {
            texts++;
            foreach (var variant in (string[])[text, VietnameseText.Fold(text)])
            {
                seen.Clear();
                foreach (var unit in FeatureReader.Read(variant))
                {
                    foreach (var feature in unit.Forms.Concat(unit.Pieces()).Select(f => f.ToString()))
                    {
                        if (seen.Add(feature))
                        {
                            counts[feature] = counts.GetValueOrDefault(feature) + 1;
                        }
                    }
                }
            }
        }

        var chosen = counts.Where(p => p.Value > 2 && !p.Key.Contains('\n', StringComparison.Ordinal))
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(size).ToList();
        return ([.. chosen.Select(p => p.Key)], [.. chosen.Select(p => p.Value)], texts);
    }
}
