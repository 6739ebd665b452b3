using System.Globalization;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Shows disputes with every version and who says it.</summary>
internal static class DisputeView
{
    public static List<ShownDispute> Of(AnswerKit kit, FoundEvidence evidence, LanguageTag language, CitationList citations)
    {
        var shown = new List<ShownDispute>();
        foreach (var id in evidence.Disputes)
        {
            var (dossier, dispute) = kit.Library.Dispute(id)!.Value;
            var quote = kit.Composer.QuoteOf(id, language) ?? dispute.Claims.Select(c => kit.Composer.QuoteOf(c, language)).FirstOrDefault(q => q is not null);
            IReadOnlyList<int> numbers = quote is null ? [] : [citations.NumberOf(quote.Value.Quote, dispute.Claims)];
            shown.Add(new ShownDispute(id, dispute.About.In(language), [.. dispute.Versions.Select(v =>
            {
                var (text, code) = v.Text.InWithLanguage(language);
                return new ShownVersion(text, code, numbers, [.. v.Sources.Select(dossier.SourceOf).OfType<Source>()]);
            })]));
        }

        return shown;
    }

    /// <summary>The dispute in words: one sentence that says so, one for each version.</summary>
    public static IEnumerable<AnswerSentence> Sentences(ShownDispute dispute, LanguageTag language)
    {
        var phrases = AnswerPhrases.In(language);
        var versions = dispute.Versions.Select(v => string.Format(
            CultureInfo.InvariantCulture, phrases.Version, v.Text.TrimEnd('.'), string.Join(", ", v.Sources.Select(s => s.Teller()).Distinct().Take(2))));
        var about = $"{dispute.About} — {string.Join("; ", versions)}";
        yield return new AnswerSentence(
            string.Format(CultureInfo.InvariantCulture, phrases.Differ, about), [.. dispute.Versions.SelectMany(v => v.Citations).Distinct()], language.Code, dispute.Id);
    }
}
