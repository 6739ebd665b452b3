using HeritageGuide.Core.Passages;

namespace HeritageGuide.Core.Retrieval;

/// <summary>What of a passage is indexed: its title, then its text.</summary>
public static class IndexedText
{
    public static string Of(Passage passage) => passage.Title.Length == 0 ? passage.Text : passage.Title + ". " + passage.Text;
}
