namespace HeritageGuide.Core.Lessons;

/// <summary>All items that a material gives, kind by kind, and a quiz or worksheet chosen from them.</summary>
internal sealed class ItemSource
{
    // A quiz of ten: four choices, two statements, one of each other kind; what a kind cannot give, choices and gaps make up.
    private static readonly (ItemKind Kind, double Share)[] Mix =
    [
        (ItemKind.MultipleChoice, 0.4), (ItemKind.TrueFalse, 0.2), (ItemKind.GapFill, 0.1), (ItemKind.Matching, 0.1), (ItemKind.Ordering, 0.1), (ItemKind.SourceWork, 0.1),
    ];

    private readonly ClosedItems _closed;
    private readonly ArrangedItems _arranged;
    private readonly OpenItems _open;

    public ItemSource(LessonMaterial material, LessonPhrases phrases, Proofs proofs)
    {
        var reader = new FactReader(material.Library);
        _closed = new ClosedItems(material, new WrongOptions(material), reader, phrases, proofs);
        _arranged = new ArrangedItems(material, _closed, phrases, proofs);
        _open = new OpenItems(material, phrases, proofs);
    }

    /// <summary>Items of a kind in the order of the seed, made as they are asked for.</summary>
    public IEnumerable<LessonItem> Of(ItemKind kind) => kind switch
    {
        ItemKind.MultipleChoice => _closed.Facts.Select(f => _closed.MultipleChoice(f.Taught, f.Fact)).OfType<LessonItem>(),
        ItemKind.TrueFalse => _closed.Facts.Reverse().Select(f => _closed.TrueFalse(f.Taught, f.Fact)).OfType<LessonItem>(),
        ItemKind.GapFill => _closed.Facts.Where(f => f.Fact.Kind is not PieceKind.Day).Select(f => _closed.GapFill(f.Taught, f.Fact)),
        ItemKind.Matching => _arranged.Matching(),
        ItemKind.Ordering => _arranged.Ordering(),
        ItemKind.ShortAnswer => _open.ShortAnswers(),
        _ => _open.SourceWork(),
    };

    public IReadOnlyList<LessonItem> Quiz(int count, IReadOnlySet<string> taken)
    {
        var chosen = new List<LessonItem>();
        foreach (var (kind, share) in Mix)
        {
            Take(chosen, kind, Math.Max(1, (int)(share * count)), count, taken);
        }

        foreach (var kind in (ReadOnlySpan<ItemKind>)[ItemKind.MultipleChoice, ItemKind.GapFill, ItemKind.TrueFalse, ItemKind.SourceWork, ItemKind.ShortAnswer])
        {
            Take(chosen, kind, count, count, taken);
        }

        // A dossier of few claims: another fact of a claim that was asked already.
        foreach (var kind in (ReadOnlySpan<ItemKind>)[ItemKind.GapFill, ItemKind.MultipleChoice, ItemKind.TrueFalse])
        {
            Take(chosen, kind, count, count, taken, onceAClaim: false);
        }

        return [.. chosen.OrderBy(i => i.Difficulty).ThenBy(i => i.Kind)];
    }

    public IReadOnlyList<LessonItem> Worksheet(int gaps, IReadOnlySet<string> taken)
    {
        var chosen = new List<LessonItem>();
        Take(chosen, ItemKind.GapFill, gaps, int.MaxValue, taken);
        Take(chosen, ItemKind.Matching, 1, int.MaxValue, taken);
        Take(chosen, ItemKind.Ordering, 1, int.MaxValue, taken);
        Take(chosen, ItemKind.ShortAnswer, 3, int.MaxValue, taken);
        Take(chosen, ItemKind.SourceWork, 1, int.MaxValue, taken);
        return chosen;
    }

    // The same fact is not asked twice in one pack, in whatever form.
    private void Take(List<LessonItem> chosen, ItemKind kind, int most, int total, IReadOnlySet<string> taken, bool onceAClaim = true)
    {
        foreach (var item in Of(kind))
        {
            if (most == 0 || chosen.Count >= total)
            {
                return;
            }

            if (!taken.Contains(item.Id) && !chosen.Any(c => c.Id == item.Id || IsClosed(c) && IsClosed(item) && c.Claims[0] == item.Claims[0] && (onceAClaim || c.Facts[0] == item.Facts[0])))
            {
                chosen.Add(item);
                most--;
            }
        }
    }

    private static bool IsClosed(LessonItem item) => item.Kind is ItemKind.MultipleChoice or ItemKind.TrueFalse or ItemKind.GapFill;
}
