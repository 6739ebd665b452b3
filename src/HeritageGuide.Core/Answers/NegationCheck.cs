using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Notices when a sentence denies what its claim states, or states what its claim denies.</summary>
internal static partial class NegationCheck
{
    public static bool IsChanged(string sentence, string claim, IReadOnlyList<string> quotes, LanguageTag language)
    {
        // The canal "Xà No" denies nothing.
        var negation = language == LanguageTag.Vietnamese ? Vietnamese() : English();
        var plain = Plain(sentence);
        if (negation.IsMatch(plain))
        {
            return !quotes.Prepend(claim).Any(t => negation.IsMatch(Plain(t)));
        }

        // A retelling may leave out the part that is denied; it may not say that part without the denial.
        var said = $" {Joined(plain)} ";
        return negation.Matches(Plain(claim)).Select(m => Following(Plain(claim)[(m.Index + m.Length)..]))
            .Any(denied => denied.Length > 0 && said.Contains($" {denied} ", StringComparison.Ordinal));
    }

    // "Not only" denies nothing.
    private static string Plain(string text) => NotOnly().Replace(text, " ");

    private static string Following(string text) => string.Join(' ', WordReader.Read(text).Take(2).Select(w => w.Folded));

    private static string Joined(string text) => string.Join(' ', WordReader.Read(text).Select(w => w.Folded));

    [GeneratedRegex(@"\b(không|chưa|chẳng)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\b(not|never|no longer|no|neither|nor|without|didn't|wasn't|isn't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(không chỉ|không những|chẳng những|not only|not just)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotOnly();
}
