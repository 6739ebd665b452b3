using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Everything that answering needs, made once for each published library.</summary>
public sealed record AnswerKit(
    Library Library, CueIndex Cues, DossierTerms Terms, TargetContents Contents, ExtractiveComposer Composer, CitationChecker Checker, RankingWeights Weights)
{
    public static async Task<AnswerKit> BuildAsync(Library library, Retrieval.IEmbedder embedder, RankingWeights weights, CancellationToken cancel)
    {
        var cues = await CueIndex.BuildAsync([.. CueSource.Of(library)], embedder, cancel);
        return new AnswerKit(library, cues, new DossierTerms(cues), new TargetContents(library), new ExtractiveComposer(library), new CitationChecker(library), weights);
    }
}

/// <summary>
/// Answers a question: language, evidence, gate, composer, proof. Weak evidence ends in an honest "the dossiers do not say";
/// a sentence that is not proven is dropped.
/// </summary>
public sealed class QuestionAnswerer(AnswerKit kit, LanguageDetector detector)
{
    private readonly EvidenceFinder _finder = new(kit);
    private readonly EvidenceGate _gate = new(kit.Weights);

    // A question that the guide itself suggests has been found answerable by whoever wrote it.
    private readonly HashSet<string> _suggested = [.. kit.Library.Stops.SelectMany(s => s.Questions.Values).SelectMany(q => q).Select(VietnameseText.Marked)];

    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancel)
    {
        var detected = detector.Detect(question.Text).Language;
        var asked = question.Language ?? detected ?? LanguageTag.Vietnamese;
        var phrases = AnswerPhrases.In(asked);
        if (QuestionGuard.IsInjection(question.Text))
        {
            return Decline(Outcome.Refused, phrases.Refused, asked, question.Dossier);
        }

        var evidence = await _finder.FindAsync(question, asked, cancel);
        if (!_gate.Lets(evidence.GateFeatures) && !_suggested.Contains(VietnameseText.Marked(question.Text)))
        {
            return evidence.LooksOffTopic
                ? Decline(Outcome.Refused, phrases.Refused, asked, question.Dossier)
                : Decline(Outcome.NotInDossiers, phrases.NotInDossiers, asked, evidence.NearestDossier);
        }

        return Compose(question, asked, evidence) ?? Decline(Outcome.NotInDossiers, phrases.NotInDossiers, asked, evidence.NearestDossier);
    }

    private Answer? Compose(Question question, LanguageTag asked, FoundEvidence evidence)
    {
        var citations = new CitationList(kit.Library);
        var disputes = DisputeView.Of(kit, evidence, asked, citations);
        var sentences = new List<AnswerSentence>();
        foreach (var proposed in kit.Composer.Compose(evidence.Claims, asked))
        {
            if (kit.Checker.Check(proposed) == Fault.None)
            {
                sentences.Add(new AnswerSentence(proposed.Text, [.. proposed.Quotes.Select(q => citations.NumberOf(q, proposed.Claims))], proposed.Language));
            }
        }

        if (sentences.Count > 0 && DirectAnswer.Of(kit.Library, evidence.Type, evidence.Claims[0], asked) is { } direct)
        {
            sentences.Insert(0, sentences[0] with { Text = direct, Language = asked.Code });
        }

        sentences.AddRange(disputes.Where(d => d.Versions.All(v => v.Citations.Count > 0)).SelectMany(d => DisputeView.Sentences(d, asked)));
        if (sentences.Count == 0)
        {
            return null;
        }

        return new Answer
        {
            Outcome = evidence.MissingPart ? Outcome.Partly : Outcome.Answered,
            Language = asked,
            RequestedLanguage = asked,
            Sentences = sentences,
            Citations = citations.All,
            Disputes = disputes,
            Notice = evidence.MissingPart ? AnswerPhrases.In(asked).PartlyMissing : "",
            Suggestions = Suggestions(evidence.NearestDossier, asked, question.Text),
            Engine = "extractive",
        };
    }

    private Answer Decline(Outcome outcome, string notice, LanguageTag language, string? dossier) => new()
    {
        Outcome = outcome,
        Language = language,
        RequestedLanguage = language,
        Notice = notice,
        Suggestions = Suggestions(dossier, language, ""),
        Engine = "extractive",
    };

    private IReadOnlyList<string> Suggestions(string? dossier, LanguageTag language, string except)
    {
        var stops = (dossier is null ? null : kit.Library.Dossier(dossier))?.Stops ?? [];
        if (stops.Count == 0)
        {
            stops = kit.Library.Stops.Take(3).ToList();
        }

        return [.. stops.SelectMany(s => s.Questions.GetValueOrDefault(language.Code) ?? []).Where(q => q != except).Distinct().Take(3)];
    }
}
