namespace HeritageGuide.Core.Lessons;

/// <summary>
/// Writes the plan in the ministry's form: appendix IV of Công văn 5512/BGDĐT-GDTrH (secondary) or appendix 3 of Công văn 2345/BGDĐT-GDTH (primary).
/// </summary>
internal sealed class PlanComposer(LessonMaterial material, LessonPhrases phrases, LessonTexts texts)
{
    private const int GoalClaims = 4;
    private const int KnowledgeClaims = 6;

    public LessonPlan Compose(IReadOnlyList<LessonItem> quiz)
    {
        var form = material.Request.IsPrimary ? "2345" : "5512";
        var worthy = material.Claims.Where(material.IsAskable).OrderByDescending(material.WorthOf).ToList();
        var known = worthy.GroupBy(c => c.Dossier.Id).SelectMany(g => g.Take(1 + GoalClaims / material.Dossiers.Count)).Take(GoalClaims).ToList();
        var taught = worthy.Except(known).GroupBy(c => c.Dossier.Id).SelectMany(g => g.Take(1 + KnowledgeClaims / material.Dossiers.Count)).Take(KnowledgeClaims).ToList();
        return new LessonPlan(form, Goals(known), Equipment(), Activities(taught, quiz));
    }

    private List<LessonGroup> Goals(IReadOnlyList<TaughtClaim> known) =>
    [
        new(phrases["goal.knowledge"], [.. known.Select(k => texts.Said(k)).Select(l => l with { Text = phrases.Format("goal.states", l.Text) })]),
        new(phrases["goal.competence"], Lines("goal.competence.", material.Dossiers.Any(d => d.Disputes.Count > 0) ? 4 : 3)),
        new(phrases["goal.quality"], Lines("goal.quality.", 3)),
    ];

    private List<LessonLine> Equipment() =>
    [
        .. Lines("equipment.", 3),
        .. material.Dossiers.Where(d => d.Stops.Count > 0).Select(d => LessonLine.Plain(phrases.Format("equipment.stops", d.Names.In(material.Request.Language), string.Join(", ", d.Stops.Select(s => s.Code))))),
    ];

    private List<Activity> Activities(IReadOnlyList<TaughtClaim> taught, IReadOnlyList<LessonItem> quiz)
    {
        var minutes = Shares(material.Request.Minutes);
        var opening = material.Dossiers.SelectMany(d => d.Stops).SelectMany(s => s.Questions.GetValueOrDefault(material.Request.Language.Code) ?? []).FirstOrDefault();
        return
        [
            Make("opening", minutes[0], [LessonLine.Plain(opening is null ? phrases["opening.contentOpen"] : phrases.Format("opening.content", opening))]),
            Make("knowledge", minutes[1], [LessonLine.Plain(phrases["knowledge.content"]), .. taught.Select(texts.Said)]),
            Make("practice", minutes[2], [LessonLine.Plain(phrases.Format("practice.content", quiz.Count))]),
            Make("use", minutes[3], [LessonLine.Plain(phrases[material.Dossiers.Any(d => d.Disputes.Count > 0) ? "use.contentSources" : "use.content"])]),
        ];
    }

    private Activity Make(string key, int minutes, IReadOnlyList<LessonLine> content) => new(
        phrases[$"{key}.name{(material.Request.IsPrimary ? ".primary" : "")}"], minutes,
        LessonLine.Plain(phrases[$"{key}.goal"]), content, LessonLine.Plain(phrases[$"{key}.product"]), Lines($"{key}.step.", 4));

    private List<LessonLine> Lines(string key, int count) => [.. Enumerable.Range(1, count).Select(i => LessonLine.Plain(phrases[key + i]))];

    // A tenth to open, half for new knowledge, a quarter to practise, the rest to use it.
    private static int[] Shares(int minutes)
    {
        int[] first = [Math.Max(3, minutes / 10), minutes / 2, minutes / 4];
        return [.. first, Math.Max(1, minutes - first.Sum())];
    }
}
