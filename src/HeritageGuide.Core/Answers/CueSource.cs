using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Core.Answers;

/// <summary>Draws the cues out of what is published.</summary>
public static class CueSource
{
    public static IEnumerable<Cue> Of(Library library) =>
        library.Dossiers.SelectMany(Of)
            .Concat(library.Shared.OffTopic.SelectMany(p => p.Value.Select(q => new Cue(q, CueKind.OffTopic, p.Key, "", []))))
            .Concat(library.Shared.Documents.SelectMany(d => d.Sections.SelectMany(s => s.Sentences
                .Select((x, i) => new Cue(x.Text, CueKind.Document, d.Language, d.Id, [$"{d.Id}/{s.Id}/{i}"])).Where(c => c.Text.Length > 40))));

    private static IEnumerable<Cue> Of(Dossier dossier)
    {
        foreach (var claim in dossier.Claims)
        {
            yield return new Cue(claim.Vietnamese, CueKind.Claim, "vi", dossier.Id, [claim.Id]);
            yield return new Cue(claim.English, CueKind.Claim, "en", dossier.Id, [claim.Id]);
        }

        foreach (var text in dossier.Texts)
        {
            foreach (var sentence in text.Sections.SelectMany(s => s.Sentences))
            {
                var told = sentence.Claims.Where(c => dossier.ClaimOf(c) is not null || dossier.DisputeOf(c) is not null).ToList();
                if (told.Count > 0)
                {
                    yield return new Cue(sentence.Text, CueKind.Sentence, text.Language, dossier.Id, told);
                }
            }
        }

        foreach (var dispute in dossier.Disputes)
        {
            foreach (var (language, about) in dispute.About.Texts)
            {
                yield return new Cue(about, CueKind.Dispute, language, dossier.Id, [dispute.Id]);
            }

            foreach (var (language, text) in dispute.Versions.SelectMany(v => v.Text.Texts))
            {
                yield return new Cue($"{dispute.About.Texts.GetValueOrDefault(language)}: {text}", CueKind.Dispute, language, dossier.Id, [dispute.Id]);
            }
        }

        foreach (var (language, asked) in dossier.Asked)
        {
            foreach (var (claim, questions) in asked)
            {
                foreach (var question in questions)
                {
                    yield return new Cue(question, CueKind.Asked, language, dossier.Id, [claim]);
                }
            }
        }

        foreach (var (language, gaps) in dossier.Gaps)
        {
            foreach (var question in gaps)
            {
                yield return new Cue(question, CueKind.Gap, language, dossier.Id, []);
            }
        }
    }
}
