using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>
/// Lets a language model word the evidence, for an answer or for pupils. The model sees numbered statements and nothing else; each sentence it writes is proven before
/// anybody sees it, and one that rests on a statement it was not given is dropped.
/// </summary>
public sealed class ModelComposer(IChatModel model, Library library, ExtractiveComposer composer, CitationChecker checker)
{
    private const int MostStatements = 8;
    private const int MostSentences = 5;

    public string Model => model.Name;

    /// <summary>Proven sentences that answer a question, as they come.</summary>
    public IAsyncEnumerable<ProposedSentence> ComposeAsync(string question, IReadOnlyList<string> claims, LanguageTag language, CancellationToken cancel) =>
        WriteAsync("compose-answer", new() { ["question"] = question }, [.. claims.Take(MostStatements)], MostSentences, language, cancel);

    /// <summary>Proven sentences that tell the claims to pupils, as they come.</summary>
    /// <param name="grade">School year, 1 to 12.</param>
    /// <param name="words">The longest sentence, in words.</param>
    /// <param name="claims">What is told.</param>
    /// <param name="language">Language to write in.</param>
    /// <param name="cancel">Stops the model.</param>
    public IAsyncEnumerable<ProposedSentence> RewordAsync(int grade, int words, IReadOnlyList<string> claims, LanguageTag language, CancellationToken cancel) =>
        WriteAsync("reword-reading", new() { ["grade"] = grade, ["words"] = words }, claims, 2 * claims.Count, language, cancel);

    /// <summary>A question that leans on the one before it, so that it stands alone; null where the model gives none. It is looked up and never shown.</summary>
    public async Task<string?> RestateAsync(string question, string earlier, CancellationToken cancel)
    {
        var written = new StringBuilder();
        try
        {
            await foreach (var piece in model.WriteAsync("restate-question", new Dictionary<string, object> { ["earlier"] = earlier, ["question"] = question }, cancel))
            {
                if (written.Append(piece).Length > 2 * Question.MaxLength)
                {
                    return null;
                }
            }

            using var json = JsonDocument.Parse(written.ToString());
            return json.RootElement.TryGetProperty("question", out var restated) && restated.GetString()?.Trim() is { Length: > 0 and <= Question.MaxLength } text ? text : null;
        }
        catch (Exception e) when (e is ChatModelException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<ProposedSentence> WriteAsync(
        string prompt, Dictionary<string, object> values, IReadOnlyList<string> claims, int most, LanguageTag language, [EnumeratorCancellation] CancellationToken cancel)
    {
        var given = claims.Where(c => library.Claim(c) is not null).ToList();
        values["language"] = $"{language.Name} ({language.Bcp47})";
        values["statements"] = given.Select(c => library.Claim(c)!.Value.Claim).Select(c => new Dictionary<string, object>
        {
            ["id"] = c.Id,
            ["standing"] = c.Standing switch { Standing.Agreed => "several sources", Standing.SingleSource => "single source", Standing.Legend => "legend", _ => "disputed" },
            ["text"] = c.In(language),
        }).ToList();
        var stream = new SentenceStream();
        var said = new HashSet<string>();
        await foreach (var piece in model.WriteAsync(prompt, values, cancel))
        {
            foreach (var written in stream.Feed(piece))
            {
                if (said.Count < most && Prove(written, given, language) is { } sentence && said.Add(sentence.Text))
                {
                    yield return sentence;
                }
            }
        }
    }

    private ProposedSentence? Prove(WrittenSentence written, List<string> given, LanguageTag language)
    {
        var text = written.Text.ReplaceLineEndings(" ").Trim();
        if (text.Length is 0 or > 600 || written.Claims.Count == 0 || written.Claims.Any(c => !given.Contains(c)))
        {
            return null;
        }

        var quotes = written.Claims.Distinct().Select(c => composer.QuoteOf(c, language)?.Quote).OfType<ProposedQuote>().Distinct().ToList();
        var sentence = new ProposedSentence(text, language.Code, [.. written.Claims.Distinct()], quotes);
        return quotes.Count > 0 && checker.Check(sentence) == Fault.None ? sentence : null;
    }
}
