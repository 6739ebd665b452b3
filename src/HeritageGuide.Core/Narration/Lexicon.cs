using System.Text.RegularExpressions;

namespace HeritageGuide.Core.Narration;

/// <summary>How names, ranks and abbreviations are spoken in one language: what is written, replaced by what is said.</summary>
public sealed class Lexicon
{
    private readonly IReadOnlyDictionary<string, string> _spoken;
    private readonly Regex? _written;

    public Lexicon(IReadOnlyDictionary<string, string> spoken)
    {
        _spoken = spoken;
        if (spoken.Count > 0)
        {
            // The longest first, so that "UBND TP." is not cut into two shorter entries.
            var forms = spoken.Keys.OrderByDescending(k => k.Length).Select(Regex.Escape);
            _written = new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', forms)})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
        }
    }

    public static Lexicon Empty { get; } = new(new Dictionary<string, string>());

    public string Speak(string text) => _written is null ? text : _written.Replace(text, m => _spoken[m.Value]);
}
