using System.Text;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Core.Passages;

/// <summary>Cuts a dossier's texts into passages, one a section; a long section is cut between sentences.</summary>
public static class PassageSplitter
{
    /// <summary>The longest passage, in UTF-16 units, before a section is cut.</summary>
    public const int MaxLength = 1_600;

    public static IEnumerable<Passage> Split(Dossier dossier) =>
        dossier.Texts.SelectMany(text => text.Sections.SelectMany(section =>
            Split(dossier.Id, "dossier", text.Language, section.Id, $"{text.Title}. {section.Heading}", section.Sentences)));

    /// <summary>Cuts one run of sentences; ids of later parts end in <c>/2</c>, <c>/3</c> …</summary>
    public static IEnumerable<Passage> Split(
        string dossier, string kind, string language, string section, string title, IReadOnlyList<Sentence> sentences)
    {
        var part = 1;
        var text = new StringBuilder();
        var offsets = new List<PassageSentence>();
        Passage Cut()
        {
            var id = $"{dossier}/{language}/{section}" + (part > 1 ? $"/{part}" : "");
            var passage = new Passage(id, dossier, kind, language, section, title, text.ToString(), [.. offsets]);
            part++;
            text.Clear();
            offsets.Clear();
            return passage;
        }

        foreach (var sentence in sentences)
        {
            if (text.Length > 0 && text.Length + 1 + sentence.Text.Length > MaxLength)
            {
                yield return Cut();
            }

            if (text.Length > 0)
            {
                text.Append(' ');
            }

            offsets.Add(new PassageSentence(text.Length, sentence.Text.Length, sentence.Claims));
            text.Append(sentence.Text);
        }

        if (text.Length > 0)
        {
            yield return Cut();
        }
    }
}
