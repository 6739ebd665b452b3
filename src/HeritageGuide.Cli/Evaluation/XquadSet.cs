using System.Text.Json;
using HeritageGuide.Core.Passages;

namespace HeritageGuide.Cli.Evaluation;

/// <summary>One language of a set in XQuAD-R's shape: SQuAD with the bounds of each paragraph's sentences.</summary>
internal sealed class XquadSet
{
    private readonly Dictionary<string, string> _paragraphOf = [];
    private readonly Dictionary<string, string> _sentenceOf = [];
    private readonly List<Passage> _paragraphs = [];
    private readonly List<(string Id, string Text)> _questions = [];

    private XquadSet(string language) => Language = language;

    public string Language { get; }
    public IReadOnlyList<Passage> Paragraphs => _paragraphs;
    public IReadOnlyList<(string Id, string Text)> Questions => _questions;

    public string ParagraphOf(string question) => _paragraphOf[question];
    public string SentenceOf(string question) => _sentenceOf[question];

    public static XquadSet Read(string path)
    {
        var set = new XquadSet(Path.GetFileNameWithoutExtension(path));
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var paragraph in json.RootElement.GetProperty("data").EnumerateArray().SelectMany(a => a.GetProperty("paragraphs").EnumerateArray()))
        {
            set.AddParagraph(paragraph);
        }

        return set;
    }

    /// <summary>A paragraph's sentences as passages of their own.</summary>
    public static IEnumerable<Passage> SentencesOf(Passage paragraph) => paragraph.Sentences.Select((s, i) => paragraph with
    {
        Id = $"{paragraph.Id}#{i}", Text = paragraph.Text.Substring(s.Start, s.Length), Sentences = [new PassageSentence(0, s.Length, [])],
    });

    private void AddParagraph(JsonElement paragraph)
    {
        // Offsets in the file count Unicode characters, .NET counts UTF-16 units: the two differ only beyond the basic plane.
        var text = paragraph.GetProperty("context").GetString()!;
        var id = $"{Language}/{_paragraphs.Count}";
        var bounds = paragraph.GetProperty("sentence_breaks").EnumerateArray().Select(b => (Start: b[0].GetInt32(), End: b[1].GetInt32())).ToList();
        _paragraphs.Add(new Passage(id, id, "dossier", Language, "", "", text, [.. bounds.Select(b => new PassageSentence(b.Start, Math.Min(b.End, text.Length) - b.Start, []))]));
        foreach (var qa in paragraph.GetProperty("qas").EnumerateArray())
        {
            var question = qa.GetProperty("id").GetString()!;
            var start = qa.GetProperty("answers")[0].GetProperty("answer_start").GetInt32();
            _questions.Add((question, qa.GetProperty("question").GetString()!));
            _paragraphOf[question] = id;
            _sentenceOf[question] = $"{id}#{Math.Max(0, bounds.FindLastIndex(b => b.Start <= start))}";
        }
    }
}
