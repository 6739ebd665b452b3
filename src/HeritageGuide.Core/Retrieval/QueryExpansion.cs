using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>
/// What a question names under another name: terms of the glossary in the other languages, dossiers by their aliases, and places that
/// became other places. A Chinese 渭清 finds Vị Thanh, an old commune the new one.
/// </summary>
public sealed class QueryExpansion
{
    private const int ShortestLatin = 4;
    private const int ShortestOther = 2;
    private readonly List<(string Said, NameGroup Group)> _names;

    public QueryExpansion(Library library)
    {
        var groups = library.Shared.Glossary.Select(t => t.Forms.Values.Concat(t.Aliases))
            .Concat(library.Dossiers.Select(d => d.Names.Texts.Values.Concat(d.Aliases)))
            .Select(g => new NameGroup([.. g.Distinct()]));
        var places = library.Shared.Places.Where(p => p.Became.Count is > 0 and < 3)
            .SelectMany(p => new[] { p.Name, $"{p.Kind} {p.Name}" }.Select(said => (Said: said, Group: new NameGroup([said, .. p.Became]))));
        _names =
        [
            .. groups.SelectMany(g => g.Names.Select(said => (Said: said, Group: g))).Concat(places)
                .Select(n => (Said: Comparable(n.Said), n.Group)).Where(n => IsTelling(n.Said)).OrderByDescending(n => n.Said.Length),
        ];
    }

    /// <summary>For each name in the text, all names of what it names; of names within names only the longest counts.</summary>
    public IReadOnlyList<NameGroup> Of(string text)
    {
        var left = Comparable(text);
        var found = new List<NameGroup>();
        foreach (var (said, group) in _names)
        {
            if (left.Contains(said, StringComparison.Ordinal))
            {
                found.Add(group);
                left = left.Replace(said, " | ", StringComparison.Ordinal);
            }
        }

        return found;
    }

    /// <summary>Share of the groups of which a text says at least one name, 0 to 1; 0 where there is none.</summary>
    /// <param name="groups">What the question names.</param>
    /// <param name="comparable">The text as <see cref="Comparable"/> gives it.</param>
    public static double Said(IReadOnlyList<NameGroup> groups, ReadOnlySpan<char> comparable)
    {
        var said = 0;
        foreach (var group in groups)
        {
            foreach (var name in group.Comparable)
            {
                if (comparable.Contains(name, StringComparison.Ordinal))
                {
                    said++;
                    break;
                }
            }
        }

        return groups.Count == 0 ? 0 : (double)said / groups.Count;
    }

    /// <summary>A text's words, folded. Latin words and numbers stand between bars, so that none is found inside another; other scripts have none to go by.</summary>
    public static string Comparable(string text)
    {
        using var folded = new FoldedText(text);
        return folded.Letters.ToString();
    }

    private static bool IsTelling(string said) => said.Length > 0 && (said[0] == '_' ? said.Length - 2 >= ShortestLatin : said.Length >= ShortestOther);
}

/// <summary>Names of one thing, as they are written.</summary>
public sealed record NameGroup(IReadOnlyList<string> Names)
{
    internal string[] Comparable { get; } = [.. Names.Select(QueryExpansion.Comparable)];
}
