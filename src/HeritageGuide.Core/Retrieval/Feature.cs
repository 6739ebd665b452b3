using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>A form by which a unit is looked up: a text of its own, or two words one after the other, joined only where somebody wants to read it.</summary>
public readonly record struct Feature(string Text, string? Before = null)
{
    /// <summary>The same as <see cref="StableHash.Wide"/> of <see cref="ToString"/>.</summary>
    public ulong Hash => Before is null ? StableHash.Wide(Text) : StableHash.Wide(Text, StableHash.Wide(" ", StableHash.Wide(Before)));

    public override string ToString() => Before is null ? Text : Before + " " + Text;
}
