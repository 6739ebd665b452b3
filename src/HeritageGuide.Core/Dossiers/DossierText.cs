namespace HeritageGuide.Core.Dossiers;

/// <summary>The dossier told in one language.</summary>
/// <param name="Language">Language code.</param>
/// <param name="Title">The title of the text.</param>
/// <param name="Review">Who answers for it.</param>
/// <param name="Sections">Sections carry the same ids in every language.</param>
public sealed record DossierText(string Language, string Title, Review Review, IReadOnlyList<Section> Sections)
{
    public Section? SectionOf(string id) => Sections.FirstOrDefault(s => s.Id == id);
}

/// <summary>A part of a text under one heading.</summary>
public sealed record Section(string Id, string Heading, IReadOnlyList<Sentence> Sentences);

/// <summary>One sentence and the claims or disputes that it rests on; none for an invitation.</summary>
/// <param name="Line">Line of the file that it stands on, for messages to its writer.</param>
public sealed record Sentence(string Text, IReadOnlyList<string> Claims, int Line = 0);

/// <summary>The state of a text's review by a named person.</summary>
/// <param name="Approved">True once a named person has approved the text.</param>
/// <param name="By">Who approved it.</param>
/// <param name="On">ISO date of the approval.</param>
/// <param name="Origin">ai or human.</param>
public sealed record Review(bool Approved, string? By, string? On, string Origin);
