using System.Globalization;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Core.Lessons;

/// <summary>The parts that are read and looked at: readings, timeline, slides, field trip. Every sentence is the dossier's own.</summary>
internal sealed class LessonTexts(LessonMaterial material, LessonPhrases phrases, Proofs proofs)
{
    private const int ShortSentence = 18;
    private const int SlideLines = 3;
    private const int MostSlides = 12;
    private const double ReadingShare = 0.4;

    public IReadOnlyList<Reading> Readings()
    {
        var seconds = material.Request.Minutes * 60 * ReadingShare;
        var full = new Reading("full", Sections(_ => true, seconds));
        var simple = new Reading("simple", Sections(IsShort, seconds / 2));
        return [.. (material.Request.IsPrimary ? (Reading[])[simple, full] : [full, simple]).Where(r => r.Sections.Count > 0)];
    }

    public IReadOnlyList<DatedLine> Timeline() =>
    [
        .. material.Claims.Where(c => c.Claim.Date is { Length: >= 4 } && char.IsDigit(c.Claim.Date[0]))
            .Where(c => c.Claim.In(material.Request.Language).Contains(c.Claim.Date![..4], StringComparison.Ordinal))
            .DistinctBy(c => c.Claim.Id).OrderBy(c => c.Claim.Date, StringComparer.Ordinal)
            .Select(c => new DatedLine(c.Claim.Date!, Label(c.Claim.Date!), Said(c))),
    ];

    public IReadOnlyList<Slide> Slides() =>
    [
        .. material.Dossiers.SelectMany(d => (material.TextOf(d)?.Sections ?? []).Select(s => (d, s)))
            .Select(x => new Slide($"{x.d.Names.In(material.Request.Language)}: {x.s.Heading}", [.. Told(x.d, x.s).Where(l => IsShort(l.Text)).Take(SlideLines)]))
            .Where(s => s.Lines.Count > 0).Take(MostSlides),
    ];

    /// <summary>What to find, look at, sketch and ask at each stop; nothing is claimed that the dossier does not tell.</summary>
    public IReadOnlyList<TripStop> FieldTrip()
    {
        var stops = material.Dossiers.SelectMany(d => d.Stops.Select(s => (Dossier: d, Stop: s))).ToList();
        return
        [
            .. stops.Select(x =>
            {
                var title = x.Stop.Title.In(material.Request.Language);
                var look = x.Stop.Sections.SelectMany(id => material.TextOf(x.Dossier)?.SectionOf(id) is { } s ? Told(x.Dossier, s) : []).FirstOrDefault();
                var asked = x.Stop.Questions.GetValueOrDefault(material.Request.Language.Code) ?? [];
                return new TripStop(
                    x.Stop.Slug, title, x.Stop.Code, Math.Max(5, material.Request.Minutes / Math.Max(1, stops.Count)),
                    LessonLine.Plain(phrases.Format("trip.find", title, x.Stop.Code)),
                    look ?? LessonLine.Plain(phrases["trip.look"]),
                    LessonLine.Plain(phrases["trip.sketch"]),
                    LessonLine.Plain(asked.Count > 0 ? phrases.Format("trip.ask", asked[0]) : phrases["trip.askOpen"]));
            }),
        ];
    }

    /// <summary>The claim as it is written, with the sentence that proves it.</summary>
    public LessonLine Said(TaughtClaim taught) =>
        new(taught.Claim.In(material.Request.Language), [proofs.NumberOf(taught.Quotes[0], [taught.Claim.Id])]);

    private IReadOnlyList<LessonGroup> Sections(Func<string, bool> fits, double seconds)
    {
        var groups = new List<LessonGroup>();
        foreach (var dossier in material.Dossiers)
        {
            var left = seconds / material.Dossiers.Count;
            foreach (var section in material.TextOf(dossier)?.Sections ?? [])
            {
                var lines = Told(dossier, section).Where(l => fits(l.Text)).ToList();
                left -= ReadingTime.Seconds(lines.Select(l => l.Text), material.Request.Language);
                if (lines.Count > 0 && (left > 0 || groups.Count == 0))
                {
                    groups.Add(new LessonGroup(section.Heading, lines));
                }
            }
        }

        return groups;
    }

    private IEnumerable<LessonLine> Told(Dossier dossier, Section section)
    {
        var passages = material.Library.Passages.Where(p => p.Dossier == dossier.Id && p.Section == section.Id && p.Language == material.Request.Language.Code).ToList();
        foreach (var sentence in section.Sentences.Where(s => s.Claims.Count > 0))
        {
            var passage = passages.First(p => p.Text.Contains(sentence.Text, StringComparison.Ordinal));
            yield return new LessonLine(sentence.Text, [proofs.NumberOf(new ProposedQuote(passage.Id, sentence.Text), sentence.Claims)]);
        }
    }

    private bool IsShort(string text) =>
        WordReader.Read(text).Count <= (material.Request.Language == LanguageTag.Vietnamese ? ShortSentence * 4 / 3 : ShortSentence);

    // "1948-04-19/1948-04-20" is shown as its first day: the sentence beside it says the rest.
    private string Label(string edtf)
    {
        var first = edtf.Split('/')[0].TrimEnd('~', '?');
        var vietnamese = material.Request.Language == LanguageTag.Vietnamese;
        return first.Split('-') switch
        {
            [var y, var m, var d] => vietnamese ? $"{d}/{m}/{y}" : $"{int.Parse(d, CultureInfo.InvariantCulture)} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(m, CultureInfo.InvariantCulture))} {y}",
            [var y, var m] => vietnamese ? $"{m}/{y}" : $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(m, CultureInfo.InvariantCulture))} {y}",
            _ => first,
        };
    }
}
