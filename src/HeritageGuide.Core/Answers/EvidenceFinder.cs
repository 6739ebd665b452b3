using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Ranks claims and disputes for a question, over everything that points to them.</summary>
public sealed class EvidenceFinder(AnswerKit kit)
{
    /// <summary>A claim is told beside the best one when its score (log-odds) comes this near.</summary>
    private const double NearBest = 3.5;

    /// <summary>A dispute is told when its score comes this near: whoever asks must hear that sources differ.</summary>
    private const double NearDispute = 4.0;

    /// <summary>A dispute is shown beside its claims when it comes this near to the best claim's strength (0 to about 3) …</summary>
    private const double DisputeReach = 0.9;

    /// <summary>… and is what was asked when it comes this near.</summary>
    private const double DisputeLead = 0.15;
    private const int NearestCues = 8;
    private const int MostSentences = 3;
    private const int MostListed = 5;

    public async Task<FoundEvidence> FindAsync(Question question, LanguageTag language, CancellationToken cancel)
    {
        if (await new Comparison(kit, (q, c) => RankAsync(q, q.Text, [], c)).FindAsync(question, cancel) is { } compared)
        {
            return compared;
        }

        if (new Overview(kit).Find(question, language) is { } overview)
        {
            return overview;
        }

        var whole = await RankAsync(question, question.Text, [], cancel);
        var parts = QuestionParts.Of(question.Text);
        if (parts.Count < 2)
        {
            return whole.Evidence;
        }

        // Each part is looked up with the whole question's subject: a part that only a gap answers is reported missing.
        var gate = new EvidenceGate(kit.Weights);
        var missing = false;
        foreach (var part in parts)
        {
            var ranked = await RankAsync(question with { Dossier = question.Dossier ?? whole.Evidence.NearestDossier }, part, [], cancel);
            missing |= !gate.Lets(ranked.Evidence) && ranked.Evidence.GateFeatures.GapBeatsAnswer;
        }

        return whole.Evidence with { MissingPart = missing };
    }

    /// <summary>Ranks targets for a text; the rows of features go to the training of the weights.</summary>
    /// <param name="question">The question around it.</param>
    /// <param name="text">The question or a part of it.</param>
    /// <param name="except">Cues to leave out, when a cue itself is asked; that one first.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<RankedEvidence> RankAsync(Question question, string text, IReadOnlyList<int> except, CancellationToken cancel)
    {
        var last = question.Earlier.Count > 0 ? question.Earlier[^1] : null;
        var goesOn = last is not null && FollowUp.GoesOn(text, kit.Terms, last);

        // Where the turn before found its dossier, that dossier is preferred; else its words say what this one is about.
        var placed = goesOn && last!.Dossiers.Count > 0;
        var searched = goesOn && !placed ? text + " " + FollowUp.SubjectOf(last!.Question) : text;
        string[] prefer = [.. new[] { question.Dossier }.Concat(goesOn ? last!.Dossiers : []).OfType<string>().Distinct()];
        var matches = await kit.Cues.MatchAsync(QuestionText.Normalize(searched), except, prefer, cancel);
        var context = new QuestionContext(
            QuestionTypes.Of(text), question.Dossier, goesOn ? [.. last!.Dossiers] : [], goesOn ? [.. last!.Claims] : [], kit.Terms.UncoveredBy(text, except.Count > 0 ? except[0] : -1))
        {
            WholeNames = kit.Names.WholeIn(text),
            Earlier = placed ? Strengths(await kit.Cues.MatchAsync(QuestionText.Normalize(last!.Question), except, last.Dossiers, cancel)) : new Dictionary<string, double>(),
        };
        var rows = ClaimFeatures.Of(matches, kit.Cues, kit.Library, kit.Contents, context);
        var ranked = rows.Select(r => (Target: r.Key, Score: kit.Weights.Ranking.Score(r.Value)))
            .OrderByDescending(r => r.Score).ThenBy(r => r.Target, StringComparer.Ordinal).ToList();
        return new RankedEvidence(rows, ranked, Select(ranked, rows, matches, context, kit.GapWords.Lean(matches.Terms, except)));
    }

    private FoundEvidence Select(List<(string Target, double Score)> ranked, Dictionary<string, double[]> rows, CueMatches matches, QuestionContext context, double gapWords)
    {
        if (ranked.Count == 0)
        {
            return new FoundEvidence(context.Type, [], [], context.Stop, GateFeatures.None, true, false);
        }

        var best = ranked[0];
        var dossier = DossierOf(best.Target);
        var (answer, gapHere, gapElsewhere, off, held) = (0.0, 0.0, 0.0, 0.0, 0UL);
        foreach (var match in matches.All)
        {
            var found = kit.Cues.Cues[match.Index];
            if (found.Targets.Contains(best.Target))
            {
                answer = Math.Max(answer, match.Focused);
                held |= match.Held;
            }
            else if (found.Kind == CueKind.Gap && found.Dossier == dossier)
            {
                gapHere = Math.Max(gapHere, matches.Strength(match, dossier));
            }
            else if (found.Kind == CueKind.Gap)
            {
                gapElsewhere = Math.Max(gapElsewhere, matches.Strength(match, dossier));
            }
            else if (found.Kind == CueKind.OffTopic)
            {
                off = Math.Max(off, matches.Strength(match, dossier));
            }
        }

        var near = DisputesNear(matches, dossier, answer);
        var other = ranked.FirstOrDefault(r => DossierOf(r.Target) != dossier);
        var features = new GateFeatures(
            best.Score, other.Target is null ? 5 : best.Score - other.Score, ranked.Count > 1 ? best.Score - ranked[1].Score : 5, answer, gapHere, gapElsewhere, off,
            context.Uncovered(dossier), 1 - matches.Share(dossier, held), matches.UnsaidBy(matches.All.Where(m => kit.Cues.Cues[m.Index].Targets.Contains(best.Target)), dossier),
            matches.UnsaidBy(matches.All.Where(m => Tells(kit.Cues.Cues[m.Index], dossier)), dossier), GapsNear(matches, dossier), gapWords, rows[best.Target]);
        var most = context.Type is QuestionType.List or QuestionType.Why ? MostListed : MostSentences;
        var chosen = ranked.TakeWhile(r => r.Score > best.Score - NearBest || kit.Library.Dispute(r.Target) is not null && r.Score > best.Score - NearDispute)
            .Where(r => DossierOf(r.Target) == dossier || r.Score > best.Score - NearBest / 2).Select(r => r.Target).ToList();
        var claims = chosen.Where(t => kit.Library.Dispute(t) is null && kit.Composer.Tells(t)).Take(most).ToList();
        var disputes = chosen.Where(t => kit.Library.Dispute(t) is not null)
            .Concat(near.Where(d => d.Nearer || claims.Take(2).Any(kit.Library.Dispute(d.Id)!.Value.Dispute.Claims.Contains)).Select(d => d.Id)).Distinct().Take(2).ToList();
        if (claims.Count == 0 || near.Count > 0 && near[0].Nearer)
        {
            // What the question asks is itself in dispute: the claims nearest to the dispute come first.
            var scores = ranked.ToDictionary(r => r.Target, r => r.Score);
            var about = kit.Library.Dispute(near.Count > 0 && near[0].Nearer ? near[0].Id : best.Target)?.Dispute.Claims ?? [];
            claims = [.. about.Where(kit.Composer.Tells).OrderByDescending(c => scores.GetValueOrDefault(c, double.MinValue)).Concat(claims).Distinct().Take(most)];
        }

        return new FoundEvidence(context.Type, claims, disputes, dossier, features, off > Math.Max(answer, Math.Max(gapHere, gapElsewhere)), false);
    }

    /// <summary>The dossier's disputes that come about as near to the question as the best claim does, the nearest first.</summary>
    private List<(string Id, bool Nearer)> DisputesNear(CueMatches matches, string dossier, double answer)
    {
        var strengths = new Dictionary<string, double>();
        foreach (var match in matches.All)
        {
            var cue = kit.Cues.Cues[match.Index];
            if (cue.Dossier == dossier && cue.Targets.Count == 1 && kit.Library.Dispute(cue.Targets[0]) is not null)
            {
                strengths[cue.Targets[0]] = Math.Max(strengths.GetValueOrDefault(cue.Targets[0]), match.Focused);
            }
        }

        return [.. strengths.Where(s => s.Value > answer - DisputeReach).OrderByDescending(s => s.Value).Select(s => (s.Key, s.Value > answer - DisputeLead))];
    }

    /// <summary>Share of gaps among the dossier's few cues that are nearest to the question.</summary>
    private double GapsNear(CueMatches matches, string dossier)
    {
        var near = matches.All.Where(m => kit.Cues.Cues[m.Index].Dossier == dossier).OrderByDescending(m => m.Focused)
            .Take(NearestCues).Select(m => kit.Cues.Cues[m.Index].Kind).ToList();
        return near.Count == 0 ? 0 : (double)near.Count(k => k == CueKind.Gap) / near.Count;
    }

    private static bool Tells(Cue cue, string dossier) => cue.Dossier == dossier && cue.Kind is not (CueKind.Gap or CueKind.OffTopic);

    private string DossierOf(string target) => kit.Library.OwnerOf(target);

    private Dictionary<string, double> Strengths(CueMatches matches) =>
        matches.All.SelectMany(m => kit.Cues.Cues[m.Index].Targets.Select(t => (Target: t, Strength: ClaimFeatures.Strength(m))))
            .GroupBy(x => x.Target).ToDictionary(g => g.Key, g => g.Max(x => x.Strength));
}

/// <summary>Ranked targets with their features.</summary>
public sealed record RankedEvidence(
    IReadOnlyDictionary<string, double[]> Features, IReadOnlyList<(string Target, double Score)> Ranked, FoundEvidence Evidence);
