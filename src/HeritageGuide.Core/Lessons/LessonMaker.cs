namespace HeritageGuide.Core.Lessons;

/// <summary>Makes lessons: composed from the dossiers and, where there is a language model, worded by it.</summary>
public sealed class LessonMaker(LessonComposer composer, LessonWording? wording)
{
    /// <summary>Composes without any model; also finds other items for a lesson.</summary>
    public LessonComposer Composer => composer;

    /// <summary>A new lesson.</summary>
    /// <param name="request">What the teacher asks for.</param>
    /// <param name="progress">Hears the share that is done, 0 to 1.</param>
    /// <param name="cancel">Stops the model.</param>
    public async Task<Lesson> MakeAsync(LessonRequest request, IProgress<double>? progress, CancellationToken cancel)
    {
        var lesson = composer.Compose(request);
        return wording is null ? lesson : await wording.ImproveAsync(lesson, progress, cancel);
    }
}
