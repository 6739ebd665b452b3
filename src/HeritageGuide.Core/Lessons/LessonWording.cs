using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>
/// Lets a language model word the simple reading for the pupils' grade. Each sentence is proven like a sentence of an answer; a section of
/// which too little can be proven stays in the dossier's own words, and so does everything after the model has failed.
/// </summary>
public sealed class LessonWording(ModelComposer model, Library library)
{
    private const int PrimaryWords = 12;
    private const int SecondaryWords = 18;

    /// <summary>Share of a section's claims that the model's sentences must still tell.</summary>
    private const double LeastTold = 0.6;

    /// <summary>The lesson with its simple reading worded anew.</summary>
    /// <param name="lesson">A composed lesson.</param>
    /// <param name="progress">Hears the share that is done, 0 to 1.</param>
    /// <param name="cancel">Stops the model.</param>
    public async Task<Lesson> ImproveAsync(Lesson lesson, IProgress<double>? progress, CancellationToken cancel)
    {
        if (lesson.Readings.FirstOrDefault(r => r.Level == "full") is not { } full)
        {
            return lesson;
        }

        var own = lesson.Readings.FirstOrDefault(r => r.Level == "simple");
        var citations = new CitationList(library, lesson.Citations);
        var (sections, worded) = (new List<LessonGroup>(), false);
        foreach (var (section, i) in full.Sections.Select((s, i) => (s, i)))
        {
            var lines = await WordAsync(lesson, section, citations, cancel);
            worded |= lines.Count > 0;
            if ((lines.Count > 0 ? new LessonGroup(section.Heading, lines) : own?.Sections.FirstOrDefault(s => s.Heading == section.Heading)) is { } told)
            {
                sections.Add(told);
            }

            progress?.Report((i + 1.0) / full.Sections.Count);
        }

        var simple = new Reading("simple", sections, model.Model);
        return !worded ? lesson : LessonCitations.Tidy(lesson with
        {
            Readings = lesson.Grade <= LessonRequest.LastPrimaryGrade ? [simple, full] : [full, simple],
            Citations = citations.All,
        });
    }

    private async Task<List<LessonLine>> WordAsync(Lesson lesson, LessonGroup section, CitationList citations, CancellationToken cancel)
    {
        var byNumber = lesson.Citations.ToDictionary(c => c.Number);
        var claims = section.Lines.SelectMany(l => l.Citations).SelectMany(n => byNumber[n].Claims).Distinct().ToList();
        var words = lesson.Grade <= LessonRequest.LastPrimaryGrade ? PrimaryWords : SecondaryWords;
        var proven = new List<ProposedSentence>();
        try
        {
            await foreach (var sentence in model.RewordAsync(lesson.Grade, words, claims, LanguageTag.Parse(lesson.Language), cancel))
            {
                proven.Add(sentence);
            }
        }
        catch (ChatModelException)
        {
            return [];
        }

        return proven.SelectMany(s => s.Claims).Distinct().Count() < LeastTold * claims.Count
            ? []
            : [.. proven.Select(s => new LessonLine(s.Text, [.. s.Quotes.Select(q => citations.NumberOf(q, s.Claims)).Distinct()]))];
    }
}
