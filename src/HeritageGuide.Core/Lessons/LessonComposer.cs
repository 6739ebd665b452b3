using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Core.Lessons;

/// <summary>Composes a teacher's pack from the claims, sections, dates, people, places and disputes of the chosen dossiers. Needs no model.</summary>
public sealed class LessonComposer(Library library, ExtractiveComposer composer, CitationChecker checker)
{
    private const int WorksheetGaps = 4;

    public Lesson Compose(LessonRequest request)
    {
        var (material, phrases, proofs) = (new LessonMaterial(library, composer, checker, request), LessonPhrases.In(request.Language), new Proofs(library));
        var texts = new LessonTexts(material, phrases, proofs);
        var items = new ItemSource(material, phrases, proofs);
        bool Has(LessonPart part) => request.Parts.Contains(part);
        var quiz = Has(LessonPart.Quiz) || Has(LessonPart.Plan) ? items.Quiz(request.Questions, new HashSet<string>()) : [];
        var used = quiz.Select(q => q.Id).ToHashSet();
        var lesson = new Lesson
        {
            Title = string.Join(" – ", material.Dossiers.Select(d => d.Names.In(request.Language))),
            Language = request.Language.Code,
            Grade = request.Grade,
            Minutes = request.Minutes,
            Seed = request.Seed,
            Dossiers = request.Dossiers,
            Parts = request.Parts,
            Subject = phrases.SubjectOf(request.Grade),
            Plan = Has(LessonPart.Plan) ? new PlanComposer(material, phrases, texts).Compose(quiz) : null,
            Readings = Has(LessonPart.Reading) ? texts.Readings() : [],
            Quiz = Has(LessonPart.Quiz) ? quiz : [],
            Missing = Has(LessonPart.Quiz) ? request.Questions - quiz.Count : 0,
            Worksheet = Has(LessonPart.Worksheet) ? items.Worksheet(WorksheetGaps, used) : [],
            Timeline = Has(LessonPart.Timeline) ? texts.Timeline() : [],
            FieldTrip = Has(LessonPart.FieldTrip) ? texts.FieldTrip() : [],
            Slides = Has(LessonPart.Slides) ? texts.Slides() : [],
        };
        return LessonCitations.Tidy(lesson with { Citations = proofs.All });
    }

    /// <summary>Another item in place of one: of the same kind where there is one left, else of any kind; null when all are used.</summary>
    public (LessonItem Item, IReadOnlyList<Citation> Citations)? Another(Lesson lesson, LessonItem instead, LessonRequest request)
    {
        var (material, proofs) = (new LessonMaterial(library, composer, checker, request), new Proofs(library));
        var items = new ItemSource(material, LessonPhrases.In(request.Language), proofs);
        var taken = lesson.Quiz.Concat(lesson.Worksheet).Select(i => i.Id).Concat(lesson.Dropped).ToHashSet();
        var item = items.Of(instead.Kind).FirstOrDefault(i => !taken.Contains(i.Id)) ?? Enum.GetValues<ItemKind>().SelectMany(items.Of).FirstOrDefault(i => !taken.Contains(i.Id));
        return item is null ? null : (item, proofs.All);
    }
}
