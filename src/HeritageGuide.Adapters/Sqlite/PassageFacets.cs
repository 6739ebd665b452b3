using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Sqlite;

/// <summary>What a search filters by, a few bytes a passage, in memory.</summary>
internal sealed class PassageFacets(int count)
{
    private readonly Dictionary<string, int> _names = [];
    private readonly int[] _languages = new int[count];
    private readonly int[] _kinds = new int[count];
    private readonly int[] _dossiers = new int[count];

    public void Set(int row, string language, string kind, string dossier) =>
        (_languages[row], _kinds[row], _dossiers[row]) = (Number(language), Number(kind), Number(dossier));

    /// <summary>Which rows a query may find; null where it may find all.</summary>
    public Predicate<int>? Filter(PassageQuery query)
    {
        if (query.Language is null && query.Kind is null && query.Dossiers is not { Count: > 0 })
        {
            return null;
        }

        var (language, kind) = (Wanted(query.Language), Wanted(query.Kind));
        var dossiers = query.Dossiers is { Count: > 0 } wanted ? wanted.Select(d => Wanted(d)!.Value).ToHashSet() : null;
        return row => (language is null || _languages[row] == language) && (kind is null || _kinds[row] == kind) && (dossiers is null || dossiers.Contains(_dossiers[row]));
    }

    // A name that no passage has is a number that no passage has.
    private int? Wanted(string? name) => name is null ? null : _names.GetValueOrDefault(name, -1);

    private int Number(string name)
    {
        if (!_names.TryGetValue(name, out var number))
        {
            _names[name] = number = _names.Count;
        }

        return number;
    }
}
