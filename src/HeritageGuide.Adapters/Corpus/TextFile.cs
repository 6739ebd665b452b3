using System.Text;
using System.Text.RegularExpressions;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using YamlDotNet.RepresentationModel;

namespace HeritageGuide.Adapters.Corpus;

/// <summary>Reads <c>text.&lt;lang&gt;.md</c>: front matter, title, headings with ids, one sentence a line with the claims it rests on.</summary>
internal static partial class TextFile
{
    /// <param name="path">The file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="claimsRequired">False for originals, whose lines carry no bracket.</param>
    public static DossierText Read(string path, string name, bool claimsRequired = true)
    {
        var lines = File.ReadAllText(path, new UTF8Encoding(false, true)).Normalize(NormalizationForm.FormC).Split('\n');
        var (front, body) = FrontMatter(lines, name);
        string? title = null;
        var sections = new List<Section>();
        var sentences = new List<Sentence>();
        for (var i = body; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                title = line[2..].Trim();
            }
            else if (line.StartsWith("##", StringComparison.Ordinal))
            {
                var heading = Heading().Match(line);
                if (!heading.Success)
                {
                    throw CorpusException.At(name, i + 1, "the heading has no id.", "Write it as '## Heading {#section-id}'.");
                }

                if (sections.Any(s => s.Id == heading.Groups[2].Value))
                {
                    throw CorpusException.At(name, i + 1, $"section '{heading.Groups[2].Value}' stands here twice.", "Give each section an id of its own.");
                }

                sentences = [];
                sections.Add(new Section(heading.Groups[2].Value, heading.Groups[1].Value, sentences));
            }
            else
            {
                if (sections.Count == 0)
                {
                    throw CorpusException.At(name, i + 1, "a sentence stands before the first heading.", "Put '## Heading {#section-id}' above it.");
                }

                sentences.Add(ReadSentence(line, name, i + 1, claimsRequired));
            }
        }

        return title is null
            ? throw CorpusException.At(name, 1, "the text has no title.", "Add '# Title' below the front matter.")
            : new DossierText(front.Language, title, front.Review, sections);
    }

    private static Sentence ReadSentence(string line, string name, int number, bool claimsRequired)
    {
        var match = Bracketed().Match(line);
        if (match.Success)
        {
            return new Sentence(match.Groups[1].Value, match.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), number);
        }

        return claimsRequired
            ? throw CorpusException.At(name, number, "the sentence does not say which claims it rests on.", "End it with [claim-id …], or with [] if it states no fact.")
            : new Sentence(line, [], number);
    }

    private static ((string Language, Review Review) Front, int Body) FrontMatter(string[] lines, string name)
    {
        if (lines.Length < 3 || lines[0].Trim() != "---")
        {
            throw CorpusException.At(name, 1, "the front matter is missing.", "Begin with a block between two lines of '---'.");
        }

        var end = Array.FindIndex(lines, 1, l => l.Trim() == "---");
        if (end < 0)
        {
            throw CorpusException.At(name, 1, "the front matter does not end.", "Close it with a line of '---'.");
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(string.Join('\n', lines[1..end])));
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw CorpusException.At(name, e.Start.Line + 1, $"the front matter is not YAML: {e.Message}", "Check indentation, quotes and colons.");
        }

        var file = new YamlFile(name, stream.Documents[0].RootNode);
        var language = file.Required(file.Root, "lang");
        if (!LanguageTag.TryParse(language, out var tag))
        {
            throw CorpusException.At(name, 2, $"'{language}' is not one of the guide's languages.", "Use vi, en, fr, zh, ko, ja or km.");
        }

        var review = file.Get(file.Root, "review");
        var approved = review is not null && file.Text(review, "status") == "approved";
        var by = review is null ? null : file.Text(review, "by");
        if (approved && string.IsNullOrEmpty(by))
        {
            throw CorpusException.At(name, 2, "the text is approved by nobody.", "Name the person under review.by, or set status: draft.");
        }

        return ((tag.Code, new Review(approved, by, review is null ? null : file.Text(review, "on"), review is null ? "ai" : file.Text(review, "origin") ?? "ai")), end + 1);
    }

    [GeneratedRegex(@"^## (.+?)\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(.+?)\s*\[((?:[a-z0-9]+(?:-[a-z0-9]+)*)?(?: +[a-z0-9]+(?:-[a-z0-9]+)*)*)\]$")]
    private static partial Regex Bracketed();
}
