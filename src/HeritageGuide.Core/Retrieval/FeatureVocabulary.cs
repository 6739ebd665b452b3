using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>The features that have a row of their own in the shipped model's table; unknown words share the rows after them.</summary>
public sealed class FeatureVocabulary
{
    /// <summary>Number of shared rows for words that the vocabulary lacks.</summary>
    public const int SharedRows = 8_192;

    // By hash: a question's word pairs need not be made into texts, and the table stays near the processor.
    private readonly Dictionary<ulong, int> _rows;

    /// <param name="features">Features in row order.</param>
    public FeatureVocabulary(IReadOnlyList<string> features)
    {
        _rows = new Dictionary<ulong, int>(features.Count);
        for (var i = 0; i < features.Count; i++)
        {
            if (!_rows.TryAdd(StableHash.Wide(features[i]), i))
            {
                throw new InvalidDataException($"Feature '{features[i]}' stands twice in the vocabulary, or two features have one hash.");
            }
        }
    }

    /// <summary>Rows of the table: the features, then the shared rows.</summary>
    public int Rows => _rows.Count + SharedRows;

    /// <summary>The rows of each unit of a text; their sum is the unit's vector.</summary>
    public List<int[]> RowsOf(string text)
    {
        var units = FeatureReader.Read(text);
        var rows = new List<int[]>(units.Count);
        var ids = new List<int>(16);
        foreach (var unit in units)
        {
            ids.Clear();
            AddKnown(unit.Forms, ids);
            if (!_rows.ContainsKey(unit.Forms[0].Hash))
            {
                ids.Add(_rows.Count + (int)(StableHash.Of(unit.Forms[0].Text) % SharedRows));
                AddKnown(unit.Pieces(), ids);
            }

            rows.Add([.. ids]);
        }

        return rows;
    }

    private void AddKnown(IEnumerable<Feature> features, List<int> ids)
    {
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature.Hash, out var row))
            {
                ids.Add(row);
            }
        }
    }
}
