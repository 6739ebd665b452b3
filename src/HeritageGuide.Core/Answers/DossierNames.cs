using System.Text.RegularExpressions;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Recognises dossiers' names in a text: a whole name in any language, or the proper names within it that few other dossiers share.</summary>
public sealed partial class DossierNames
{
    private const int Few = 3;
    private const int ShortestName = 4;
    private readonly Dictionary<string, (string[] Whole, string[][] Proper)> _names;

    public DossierNames(Library library)
    {
        var bearers = library.Dossiers.SelectMany(d => NamesOf(d).SelectMany(Proper).Distinct()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        _names = library.Dossiers.ToDictionary(d => d.Id, d =>
        (
            NamesOf(d).SelectMany(n => (string[])[n, Aside().Replace(n, "")]).Select(n => VietnameseText.Fold(n).Trim()).Where(n => n.Length >= ShortestName).Distinct().ToArray(),
            NamesOf(d).Select(n => Proper(n).Where(w => bearers[w] <= Few).ToArray()).Where(own => own.Length > 1).ToArray()));
    }

    /// <summary>What a dossier is called in all languages, folded: whole names, and the proper names within them.</summary>
    public IEnumerable<string> Of(string dossier) => _names[dossier].Whole.Concat(_names[dossier].Proper.SelectMany(p => p));

    /// <summary>Length of the shortest whole name of a dossier.</summary>
    public int ShortestOf(string dossier) => _names[dossier].Whole.Select(n => n.Length).DefaultIfEmpty(int.MaxValue).Min();

    public bool StandsIn(string dossier, string text)
    {
        var (whole, proper) = _names[dossier];
        var folded = VietnameseText.Fold(text);
        var words = WordReader.Read(text).Select(w => w.Folded).ToHashSet();
        return whole.Any(n => folded.Contains(n, StringComparison.Ordinal)) || proper.Any(own => own.All(words.Contains));
    }

    /// <summary>For each dossier that a text names in full, how long that name is, as a share of the longest one in it: 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> WholeIn(string text)
    {
        var folded = $" {VietnameseText.Fold(text)} ";
        var lengths = _names.Select(n => (n.Key, Length: n.Value.Whole.Where(w => StandsAlone(folded, w)).Select(w => w.Length).DefaultIfEmpty(0).Max())).Where(n => n.Length > 0).ToList();
        return lengths.Count == 0 ? new Dictionary<string, double>() : lengths.ToDictionary(n => n.Key, n => (double)n.Length / lengths.Max(l => l.Length));
    }

    /// <summary>The dossiers that a text names, together where the same words may name any of them ("Tầm Vu" the victory and the gun).</summary>
    public IReadOnlyList<IReadOnlyList<string>> Mentioned(string text)
    {
        var words = WordReader.Read(text).Select(w => w.Folded).ToHashSet();
        return [.. _names.Where(n => StandsIn(n.Key, text))
            .GroupBy(n => string.Join(' ', n.Value.Proper.SelectMany(p => p).Distinct().Where(words.Contains).Order(StringComparer.Ordinal)))
            .Select(g => (IReadOnlyList<string>)[.. g.Select(n => n.Key)])];
    }

    private static bool StandsAlone(string folded, string name)
    {
        var at = folded.IndexOf(name, StringComparison.Ordinal);
        return at > 0 && !char.IsAsciiLetterOrDigit(folded[at - 1]) && !char.IsAsciiLetterOrDigit(folded[at + name.Length]);
    }

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Aside();

    private static IEnumerable<string> NamesOf(Dossier dossier) => dossier.Names.Texts.Values.Concat(dossier.Aliases);

    private static IEnumerable<string> Proper(string name) => StatedFacts.Of(name, LanguageTag.Vietnamese).Names;
}
