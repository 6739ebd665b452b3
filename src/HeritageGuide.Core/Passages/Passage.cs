namespace HeritageGuide.Core.Passages;

/// <summary>The unit that is indexed and retrieved: a section, or a page of a document, in one language.</summary>
/// <param name="Id">Dossier, language and section, such as <c>tam-vu/vi/bon-tran-danh</c>.</param>
/// <param name="Dossier">Id of the dossier or document that it belongs to.</param>
/// <param name="Kind">dossier or document.</param>
/// <param name="Language">Language code.</param>
/// <param name="Section">Id of the section.</param>
/// <param name="Title">Title of the dossier's text and the section's heading.</param>
/// <param name="Text">The sentences, joined by one space.</param>
/// <param name="Sentences">Where each sentence stands in the text, and what it rests on.</param>
public sealed record Passage(
    string Id, string Dossier, string Kind, string Language, string Section, string Title, string Text, IReadOnlyList<PassageSentence> Sentences);

/// <summary>A sentence's offset and length in its passage (UTF-16 units) and its claims.</summary>
public sealed record PassageSentence(int Start, int Length, IReadOnlyList<string> Claims);
