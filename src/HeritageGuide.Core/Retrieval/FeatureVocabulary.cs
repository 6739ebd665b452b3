using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>The features that have a row of their own in the shipped model's table; unknown words share the rows after them.</summary>
public sealed class FeatureVocabulary
{
    /// <summary>Number of shared rows for words that the vocabulary lacks.</summary>
    public const int SharedRows = 8_192;

    private readonly Dictionary<string, int> _rows;

    /// <param name="features">Features in row order.</param>
    public FeatureVocabulary(IReadOnlyList<string> features)
    {
        _rows = new Dictionary<string, int>(features.Count, StringComparer.Ordinal);
        for (var i = 0; i < features.Count; i++)
        {
            _rows[features[i]] = i;
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
            foreach (var form in unit.Forms)
            {
                if (_rows.TryGetValue(form, out var row))
                {
                    ids.Add(row);
                }
            }

            if (!_rows.ContainsKey(unit.Forms[0]))
            {
                ids.Add(_rows.Count + (int)(StableHash.Of(unit.Forms[0]) % SharedRows));
                foreach (var piece in unit.Pieces)
                {
                    if (_rows.TryGetValue(piece, out var row))
                    {
                        ids.Add(row);
                    }
                }
            }

            rows.Add([.. ids]);
        }

        return rows;
    }
}
