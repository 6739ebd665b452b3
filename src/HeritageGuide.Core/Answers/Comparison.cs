namespace HeritageGuide.Core.Answers;

/// <summary>Finds what to say of each side when two dossiers or more are compared.</summary>
internal sealed class Comparison(AnswerKit kit, Func<Question, CancellationToken, Task<RankedEvidence>> rank)
{
    private const int MostSides = 3;
    private const int ClaimsOfEach = 2;

    /// <summary>Claims side by side; null where the question does not compare two dossiers that it names.</summary>
    public async Task<FoundEvidence?> FindAsync(Question question, CancellationToken cancel)
    {
        if (!QuestionTypes.Compares(question.Text) || kit.Names.Mentioned(question.Text) is not { Count: >= 2 } sides)
        {
            return null;
        }

        // Which of the dossiers that a name may mean is told by its full name, else by the whole question; what to say of it, as if the visitor stood there.
        var named = kit.Names.WholeIn(question.Text);
        var whole = (await rank(question, cancel)).Ranked.GroupBy(r => kit.Library.OwnerOf(r.Target)).ToDictionary(g => g.Key, g => g.Max(r => r.Score));
        var (claims, found) = (new List<string>(), new List<FoundEvidence>());
        foreach (var side in sides.Take(MostSides))
        {
            var id = side.OrderByDescending(d => named.GetValueOrDefault(d)).ThenByDescending(d => whole.GetValueOrDefault(d, double.MinValue)).First();
            var ranked = await rank(question with { Dossier = id }, cancel);
            claims.AddRange(ranked.Ranked.Select(r => r.Target).Where(t => kit.Library.Claim(t)?.Dossier.Id == id && kit.Composer.Tells(t)).Take(ClaimsOfEach));
            found.Add(ranked.Evidence);
        }

        return found[0] with
        {
            Type = QuestionType.Compare, Claims = claims, Disputes = [], MissingPart = false, IsPlain = !found.Exists(f => f.GateFeatures.GapBeatsAnswer),
        };
    }
}
