using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Answers a question for the whole of a subject with what the dossier itself begins with; asked for more, with what comes next.</summary>
internal sealed class Overview(AnswerKit kit)
{
    private const int MostClaims = 3;

    /// <summary>The claims that the dossier's text tells first; null where the question asks for something else, or of nothing that is known.</summary>
    public FoundEvidence? Find(Question question, LanguageTag language)
    {
        var named = Named(question);
        if (!OverviewQuestion.Asks(question.Text, named.Count > 0 ? named.SelectMany(kit.Names.Of) : []))
        {
            return null;
        }

        var last = question.Earlier.Count > 0 ? question.Earlier[^1] : null;
        var dossier = named.FirstOrDefault() ?? question.Dossier ?? last?.Dossiers.FirstOrDefault();
        if (dossier is null || kit.Library.Dossier(dossier) is null)
        {
            return null;
        }

        var told = named.Count == 0 && last is not null ? last.Claims : [];
        var claims = Beginning(dossier, language).Where(c => kit.Library.Claim(c) is not null && kit.Composer.Tells(c)).Distinct().Except(told).Take(MostClaims).ToList();
        var disputes = kit.Library.Dossier(dossier)!.Disputes.Where(d => d.Claims.Any(claims.Contains)).Select(d => d.Id).Take(1).ToList();
        return claims.Count == 0 ? null : new FoundEvidence(QuestionType.Other, claims, disputes, dossier, GateFeatures.None, false, false) { IsPlain = true, AsTold = true };
    }

    // The dossier whose name is longest in the question; else, where proper names alone are said ("Tầm Vu"), the one that is called little else.
    private List<string> Named(Question question)
    {
        var whole = kit.Names.WholeIn(question.Text);
        return whole.Count > 0
            ? [.. whole.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key)]
            : kit.Names.Mentioned(question.Text) is [var same] ? [.. same.OrderBy(d => d != question.Dossier).ThenBy(kit.Names.ShortestOf)] : [];
    }

    private IEnumerable<string> Beginning(string dossier, LanguageTag language)
    {
        var passages = kit.Library.Passages.Where(p => p.Dossier == dossier).ToLookup(p => p.Language);
        var told = new[] { language.Code, "en", "vi" }.Select(l => passages[l]).First(p => p.Any());
        return told.SelectMany(p => p.Sentences).SelectMany(s => s.Claims);
    }
}
