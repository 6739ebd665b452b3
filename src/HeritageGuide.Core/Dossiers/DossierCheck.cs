using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Dossiers;

/// <summary>Checks that a dossier holds together: what is cited exists, ids are unique, sections agree across languages.</summary>
public static class DossierCheck
{
    /// <summary>Faults of structure; an error keeps the dossier from being imported.</summary>
    public static IEnumerable<Finding> Structure(Dossier dossier)
    {
        var file = $"dossiers/{dossier.Id}/dossier.yaml";
        Finding Error(string problem, string cure) => new(Severity.Error, file, 1, problem, cure);
        foreach (var twice in dossier.Claims.Select(c => c.Id).Concat(dossier.Disputes.Select(d => d.Id)).GroupBy(i => i).Where(g => g.Count() > 1))
        {
            yield return Error($"the id '{twice.Key}' stands here twice.", "Give each claim and dispute an id of its own.");
        }

        foreach (var twice in dossier.Sources.GroupBy(s => s.Id).Where(g => g.Count() > 1))
        {
            yield return Error($"source '{twice.Key}' stands here twice.", "Give each source an id of its own.");
        }

        foreach (var claim in dossier.Claims)
        {
            if (claim.Sources.Count == 0)
            {
                yield return Error($"claim {claim.Id} names no source.", "Add its sources, or take the claim out.");
            }

            foreach (var missing in claim.Sources.Where(s => dossier.SourceOf(s) is null))
            {
                yield return Error($"claim {claim.Id} names the unknown source '{missing}'.", "Add it under 'sources:', or correct the id.");
            }
        }

        foreach (var dispute in dossier.Disputes)
        {
            if (dispute.Versions.Count < 2)
            {
                yield return Error($"dispute {dispute.Id} has fewer than two versions.", "A dispute shows at least two.");
            }

            foreach (var missing in dispute.Claims.Where(c => dossier.ClaimOf(c) is null))
            {
                yield return Error($"dispute {dispute.Id} names the unknown claim '{missing}'.", "Correct the id.");
            }

            foreach (var missing in dispute.Versions.SelectMany(v => v.Sources).Where(s => dossier.SourceOf(s) is null))
            {
                yield return Error($"dispute {dispute.Id} names the unknown source '{missing}'.", "Add it under 'sources:', or correct the id.");
            }
        }

        foreach (var (language, asked) in dossier.Asked)
        {
            foreach (var unknown in asked.Keys.Where(id => dossier.ClaimOf(id) is null && dossier.DisputeOf(id) is null))
            {
                yield return new Finding(Severity.Error, $"dossiers/{dossier.Id}/asked.{language}.yaml", 1, $"'{unknown}' is neither a claim nor a dispute of the dossier.", "Correct the id, or take the questions out.");
            }
        }

        foreach (var fault in TextFaults(dossier).Concat(StopFaults(dossier, file)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Finding> TextFaults(Dossier dossier)
    {
        var first = dossier.TextIn(LanguageTag.Vietnamese) ?? (dossier.Texts.Count > 0 ? dossier.Texts[0] : null);
        foreach (var text in dossier.Texts)
        {
            var file = $"dossiers/{dossier.Id}/text.{text.Language}.md";
            foreach (var sentence in text.Sections.SelectMany(s => s.Sentences))
            {
                foreach (var unknown in sentence.Claims.Where(c => dossier.ClaimOf(c) is null && dossier.DisputeOf(c) is null))
                {
                    yield return new Finding(Severity.Error, file, sentence.Line, $"the sentence names the unknown claim '{unknown}'.", "Correct the id, or add the claim to dossier.yaml.");
                }
            }

            foreach (var section in text.Sections.Where(s => first!.SectionOf(s.Id) is null))
            {
                yield return new Finding(Severity.Error, file, 1, $"section '{section.Id}' is not in text.{first!.Language}.md.", "Sections carry the same ids in every language.");
            }

            foreach (var section in first!.Sections.Where(s => text.SectionOf(s.Id) is null))
            {
                yield return new Finding(Severity.Warning, file, 1, $"section '{section.Id}' of text.{first.Language}.md is missing.", "Translate it.");
            }
        }
    }

    private static IEnumerable<Finding> StopFaults(Dossier dossier, string file)
    {
        foreach (var stop in dossier.Stops)
        {
            foreach (var missing in stop.Sections.Concat(stop.More).Concat(stop.Description is { } description ? [description] : []).Where(s => dossier.Texts.Any(t => t.SectionOf(s) is null) && dossier.Texts.All(t => t.SectionOf(s) is null)))
            {
                yield return new Finding(Severity.Error, file, 1, $"stop {stop.Slug} tells the unknown section '{missing}'.", "Correct the id, or write the section.");
            }
        }
    }
}
