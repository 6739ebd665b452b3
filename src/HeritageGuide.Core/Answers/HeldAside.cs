namespace HeritageGuide.Core.Answers;

/// <summary>
/// Parts the corpus' anticipated questions in two: most of them train the embedding model, the ones held aside train ranking and gate,
/// which would otherwise trust a model that has seen their questions.
/// </summary>
public static class HeldAside
{
    public static bool Holds(string question) => question.Sum(c => c) % 4 == 0;
}
