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

        var (claims, found) = (new List<string>(), new List<FoundEvidence>());
        foreach (var side in sides.Take(MostSides))
        {
            // Within each side the question is asked as if the visitor stood there.
            var best = new List<(string Dossier, RankedEvidence Ranked, double Score)>();
            foreach (var dossier in side)
            {
                var ranked = await rank(question with { Dossier = dossier }, cancel);
                best.Add((dossier, ranked, ranked.Ranked.Where(r => kit.Library.OwnerOf(r.Target) == dossier).Select(r => r.Score).DefaultIfEmpty(double.MinValue).Max()));
            }

            var (id, evidence, _) = best.MaxBy(b => b.Score);
            claims.AddRange(evidence.Ranked.Select(r => r.Target).Where(t => kit.Library.Claim(t)?.Dossier.Id == id && kit.Composer.Tells(t)).Take(ClaimsOfEach));
            found.Add(evidence.Evidence);
        }

        return found[0] with { Type = QuestionType.Compare, Claims = claims, Disputes = [], MissingPart = false };
    }
}
