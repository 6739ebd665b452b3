using System.Globalization;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Everything that answering needs, made once for each published library.</summary>
public sealed record AnswerKit(
    Library Library, CueIndex Cues, DossierTerms Terms, TargetContents Contents, ExtractiveComposer Composer, CitationChecker Checker, RankingWeights Weights)
{
    /// <summary>Recognises the dossiers that a question names.</summary>
    public DossierNames Names { get; } = new(Library);

    /// <summary>Recognises what a question names that its dossiers do not.</summary>
    public Premise Premise { get; } = new(Cues.Cues, Library);

    /// <summary>Tells the words of unanswered questions.</summary>
    public GapWords GapWords { get; } = new(Cues);

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
public sealed class QuestionAnswerer(AnswerKit kit, LanguageDetector detector, ModelComposer? wording = null)
{
    private readonly EvidenceFinder _finder = new(kit);
    private readonly EvidenceGate _gate = new(kit.Weights);

    // A question that the guide itself suggests has been found answerable by whoever wrote it.
    private readonly HashSet<string> _suggested = [.. kit.Library.Stops.SelectMany(s => s.Questions.Values).SelectMany(q => q).Select(VietnameseText.Marked)];

    /// <summary>The answer; a listener hears its sentences as they are proven.</summary>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancel, IAnswerListener? listener = null)
    {
        var detected = detector.Detect(question.Text).Language;
        var asked = question.Language ?? detected ?? LanguageTag.Vietnamese;
        var phrases = AnswerPhrases.In(asked);
        if (QuestionGuard.IsInjection(question.Text) || QuestionGuard.IsCode(question.Text))
        {
            return Decline(Outcome.Refused, phrases.Refused, asked, question.Dossier);
        }

        var evidence = await _finder.FindAsync(question, asked, cancel);
        if (!_gate.Lets(evidence) && await RestatedAsync(question, asked, cancel) is { } restated)
        {
            evidence = restated;
        }

        if (!_gate.Lets(evidence) && !_suggested.Contains(VietnameseText.Marked(question.Text)))
        {
            return evidence.LooksOffTopic
                ? Decline(Outcome.Refused, phrases.Refused, asked, question.Dossier)
                : Decline(Outcome.NotInDossiers, phrases.NotInDossiers, asked, evidence.NearestDossier);
        }

        if (listener is not null)
        {
            await listener.FoundAsync(evidence.Claims, cancel);
        }

        var citations = new CitationList(kit.Library);
        var worded = await WordAsync(question, asked, evidence, citations, listener, cancel);
        return Compose(question, asked, evidence, citations, worded) ?? Decline(Outcome.NotInDossiers, phrases.NotInDossiers, asked, evidence.NearestDossier);
    }

    /// <summary>What is found for a question that leans on the one before it, once the model has restated it; null where that finds nothing either.</summary>
    private async Task<FoundEvidence?> RestatedAsync(Question question, LanguageTag asked, CancellationToken cancel)
    {
        if (wording is null || question.Earlier.Count == 0 || await wording.RestateAsync(question.Text, question.Earlier[^1].Question, cancel) is not { } alone || QuestionGuard.IsInjection(alone))
        {
            return null;
        }

        var evidence = await _finder.FindAsync(question with { Text = alone, Earlier = [] }, asked, cancel);
        return _gate.Lets(evidence) ? evidence : null;
    }

    /// <summary>The model's proven sentences; none where there is no model, it fails, or nothing it says can be proven.</summary>
    private async Task<List<AnswerSentence>> WordAsync(
        Question question, LanguageTag asked, FoundEvidence evidence, CitationList citations, IAnswerListener? listener, CancellationToken cancel)
    {
        var sentences = new List<AnswerSentence>();
        if (wording is null || evidence.Claims.Count == 0)
        {
            return sentences;
        }

        try
        {
            await foreach (var proposed in wording.ComposeAsync(question.Text, evidence.Claims, asked, cancel))
            {
                var sentence = new AnswerSentence(proposed.Text, [.. proposed.Quotes.Select(q => citations.NumberOf(q, proposed.Claims))], proposed.Language);
                sentences.Add(sentence);
                if (listener is not null)
                {
                    await listener.SaidAsync(sentence, cancel);
                }
            }
        }
        catch (ChatModelException)
        {
            // What was proven before the model failed stands; with nothing proven the dossiers' own words answer.
        }

        return sentences;
    }

    private Answer? Compose(Question question, LanguageTag asked, FoundEvidence evidence, CitationList citations, List<AnswerSentence> worded)
    {
        var sentences = new List<AnswerSentence>(worded);
        foreach (var proposed in worded.Count > 0 ? [] : kit.Composer.Compose(evidence.Claims, asked, evidence.Type == QuestionType.Compare ? null : Known(question), evidence.AsTold))
        {
            if (kit.Checker.Check(proposed) == Fault.None)
            {
                sentences.Add(new AnswerSentence(proposed.Said, [.. proposed.Quotes.Select(q => citations.NumberOf(q, proposed.Claims))], proposed.Language));
            }
        }

        if (worded.Count == 0 && sentences.Count > 0 && DirectAnswer.Of(kit.Library, evidence.Type, evidence.Claims[0], asked) is { } direct)
        {
            sentences.Insert(0, sentences[0] with { Text = direct, Language = asked.Code });
        }

        var disputes = DisputeView.Of(kit, evidence, asked, citations);
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
            Premise = kit.Premise.Unknown(question.Text, [.. citations.All.Select(c => c.Dossier).Distinct()]) is { } unknown ? string.Format(CultureInfo.InvariantCulture, AnswerPhrases.In(asked).NotMentioned, unknown) : "",
            Comparison = evidence.Type == QuestionType.Compare && citations.All.Select(c => c.Dossier).Distinct().Count() > 1,
            Notice = evidence.MissingPart ? AnswerPhrases.In(asked).PartlyMissing : "",
            Suggestions = Suggestions(evidence.NearestDossier, asked, question.Text),
            Engine = worded.Count > 0 ? "model" : "extractive",
            Model = worded.Count > 0 ? wording!.Model : null,
            MachineTranslated = worded.Count > 0 && evidence.Claims.Any(c => kit.Composer.QuotesOf(c, asked).Count == 0),
        };
    }

    /// <summary>What needs no naming again: the words of the question, of the one before it, and the dossier where the visitor stands.</summary>
    private string Known(Question question) => string.Join(
        ' ', [question.Text, .. question.Earlier.TakeLast(1).Select(t => t.Question), .. (question.Dossier is { } id ? kit.Library.Dossier(id)?.Names.Texts.Values : null) ?? []]);

    private Answer Decline(Outcome outcome, string notice, LanguageTag language, string? dossier) => new()
    {
        Outcome = outcome,
        Language = language,
        RequestedLanguage = language,
        Notice = notice,
        Suggestions = Suggestions(dossier, language, ""),
        About = outcome == Outcome.NotInDossiers ? dossier : null,
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
