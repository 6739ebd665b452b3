using System.Text.RegularExpressions;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Core.Lessons;

/// <summary>Items that pupils answer in their own words: short answers from a section, and work with sources that differ.</summary>
internal sealed partial class OpenItems(LessonMaterial material, LessonPhrases phrases, Proofs proofs)
{
    private const int KeyLines = 4;

    // How to get there and where sources differ are asked in other ways; how one may read it has no right answer.
    private static readonly HashSet<string> NotAsked = ["duong-di", "nguon-noi-khac", "xem-gi", "y-nghia"];

    /// <summary>The heading of a section as a question, or as something to tell; a good answer says what its first sentences say.</summary>
    public IEnumerable<LessonItem> ShortAnswers() => material.Shuffle(
        material.Dossiers.SelectMany(d => (material.TextOf(d)?.Sections ?? []).Where(s => !NotAsked.Contains(s.Id)).Select(s => (Dossier: d, Section: s))), x => x.Dossier.Id + x.Section.Id)
        .Select(x => (x.Section, Item: FromSection(x.Dossier, x.Section))).Where(x => x.Item is not null)
        .OrderByDescending(x => x.Section.Heading.EndsWith('?')).ThenByDescending(x => IsNamedBy(x.Item!.Key, x.Section.Heading)).Select(x => x.Item!);

    /// <summary>Each dispute of the dossiers, with every version and who says it.</summary>
    public IEnumerable<LessonItem> SourceWork() => material.Shuffle(
        material.Dossiers.SelectMany(d => d.Disputes.Select(x => (Dossier: d, Dispute: x))), x => x.Dispute.Id)
        .Select(x => FromDispute(x.Dossier, x.Dispute)).OfType<LessonItem>();

    private LessonItem? FromSection(Dossier dossier, Section section)
    {
        var lines = section.Sentences.Where(s => s.Claims.Count > 0 && !Invitation().IsMatch(s.Text) && !AboutTheSources().IsMatch(s.Text)).Take(KeyLines).ToList();
        var passages = material.Library.Passages.Where(p => p.Dossier == dossier.Id && p.Section == section.Id && p.Language == material.Request.Language.Code).ToList();
        return lines.Count < 2 ? null : new LessonItem
        {
            Id = $"shortanswer.{dossier.Id}.{section.Id}",
            Kind = ItemKind.ShortAnswer,
            About = dossier.Names.In(material.Request.Language),
            Stem = phrases.Format(section.Heading.EndsWith('?') ? "item.short" : "item.tell", section.Heading),
            Key = [.. lines.Select(l => l.Text)],
            Facts = [.. lines.Select(l => l.Text)],
            Citations = [.. lines.Select(l => proofs.NumberOf(new ProposedQuote(passages.First(p => p.Text.Contains(l.Text, StringComparison.Ordinal)).Id, l.Text), l.Claims))],
            Claims = [.. lines.SelectMany(l => l.Claims).Distinct()],
            Difficulty = 2,
            Tag = phrases.TagOf(dossier.Kind, material.Request.Grade),
        };
    }

    private LessonItem? FromDispute(Dossier dossier, Dispute dispute)
    {
        var language = material.Request.Language;
        var quotes = material.Composer.QuotesOf(dispute.Id, language);
        if (quotes.Count == 0 || dispute.Versions.Any(v => !v.Text.Has(language)))
        {
            return null;
        }

        string Who(DisputeVersion version) => string.Join(", ", version.Sources.Select(dossier.SourceOf).OfType<Source>().OrderBy(s => s.Weak).Select(s => s.Teller()).Distinct().Take(2));
        return new LessonItem
        {
            Id = $"sourcework.{dispute.Id}",
            Kind = ItemKind.SourceWork,
            About = dossier.Names.In(language),
            Stem = phrases.Format("item.sources", dispute.About.In(language).TrimEnd('.', '?')),
            Options = [.. dispute.Versions.Select(v => $"{v.Text.In(language).TrimEnd('.')} ({Who(v)})")],
            Key = [phrases["item.sources.key"]],
            Citations = [proofs.NumberOf(quotes[0], dispute.Claims)],
            Claims = [dispute.Id, .. dispute.Claims],
            Difficulty = 3,
            Tag = phrases.TagOf(dossier.Kind, material.Request.Grade),
        };
    }

    // A heading that is no question is a better prompt where what it says is what the answer is about.
    private static bool IsNamedBy(IReadOnlyList<string> lines, string heading)
    {
        var words = WrongOptions.ContentWords(heading);
        return lines.Count(l => WrongOptions.ContentWords(l).Overlaps(words)) * 2 >= lines.Count;
    }

    [GeneratedRegex(@"\b(?:bạn|hãy|mời|you|your|please)\b|^(?:look|imagine|picture)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Invitation();

    // What theses say, how names are spelt and where sources part is no answer for a pupil.
    [GeneratedRegex(@"\b(?:luận văn|bài viết gắn|chưa giống|không giống nhau|chưa thống nhất|thes[ie]s|do not agree|sources differ|spelt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTheSources();
}
