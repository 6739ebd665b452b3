using HeritageGuide.Core.Dossiers;

namespace HeritageGuide.Core.Answers;

/// <summary>What speaks for a claim (or a dispute) as the answer to a question, as numbers for the ranking.</summary>
public static class ClaimFeatures
{
    /// <summary>The features in the order of the weights.</summary>
    public static readonly string[] Names =
    [
        "asked words", "asked cosine", "asked maxsim", "asked back", "claim words", "claim cosine", "claim maxsim",
        "sentence words", "sentence cosine", "sentence maxsim", "second asked", "dossier", "stop", "conversation", "told before", "uncovered", "type",
        "asked focus", "asked focus sim", "claim focus", "claim focus sim", "sentence focus", "sentence focus sim", "covered", "named", "earlier", "asked lead", "claim lead", "sentence lead", "whole name",
    ];

    /// <summary>One row of features a target that any match points to.</summary>
    public static Dictionary<string, double[]> Of(
        CueMatches matches, CueIndex index, Library library, TargetContents contents, QuestionContext context)
    {
        var rows = new Dictionary<string, double[]>();
        var dossiers = new Dictionary<string, double>();
        var held = new Dictionary<string, ulong>();
        foreach (var match in matches.All)
        {
            var cue = index.Cues[match.Index];
            if (cue.Kind is CueKind.Gap or CueKind.OffTopic)
            {
                continue;
            }

            var strength = Strength(match);
            dossiers[cue.Dossier] = Math.Max(dossiers.GetValueOrDefault(cue.Dossier), strength);
            foreach (var target in cue.Targets)
            {
                if (!rows.TryGetValue(target, out var row))
                {
                    rows[target] = row = new double[Names.Length];
                }

                held[target] = held.GetValueOrDefault(target) | match.Held;

                // A sentence that rests on several claims says less about each of them.
                Fill(row, cue.Kind, match, 1 / Math.Sqrt(cue.Targets.Count));
            }
        }

        Inherit(rows, library);
        var signatures = rows.Keys.Select(library.OwnerOf).Distinct().ToDictionary(d => d, matches.Signature);
        var strongest = signatures.Count > 0 ? Math.Max(1e-9, signatures.Values.Max()) : 1;
        var uncovered = new Dictionary<string, double>();
        foreach (var (target, row) in rows)
        {
            var dossier = library.OwnerOf(target);
            if (!uncovered.TryGetValue(dossier, out var share))
            {
                uncovered[dossier] = share = context.Uncovered(dossier);
            }

            row[11] = dossiers.GetValueOrDefault(dossier);
            row[12] = dossier == context.Stop ? 1 : 0;
            row[13] = context.Conversation.Contains(dossier) ? 1 : 0;
            row[14] = context.ToldBefore.Contains(target) ? 1 : 0;
            row[15] = share;
            row[24] = signatures[dossier] / strongest;
            row[23] = matches.Share(dossier, held[target]);
            row[16] = contents.Fits(context.Type, target) ? 1 : 0;
            row[29] = context.WholeNames.GetValueOrDefault(dossier);
            row[25] = context.Earlier.GetValueOrDefault(target);
        }

        Lead(rows.Values, 26, [1, 17, 18]);
        Lead(rows.Values, 27, [5, 19, 20]);
        Lead(rows.Values, 28, [8, 21, 22]);

        return rows;
    }

    /// <summary>A dispute has few anticipated questions of its own: it takes those of the claims nearest to it as well, at a discount.</summary>
    private static void Inherit(Dictionary<string, double[]> rows, Library library)
    {
        const double discount = 0.9;
        foreach (var (target, row) in rows)
        {
            foreach (var near in (library.Dispute(target)?.Dispute.Claims ?? []).Select(rows.GetValueOrDefault).OfType<double[]>())
            {
                foreach (var feature in (ReadOnlySpan<int>)[0, 1, 2, 3, 10, 17, 18])
                {
                    row[feature] = Math.Max(row[feature], discount * near[feature]);
                }
            }
        }
    }

    /// <summary>How far each target lies behind the best one in a sum of features: 0 for the best, negative for the others.</summary>
    private static void Lead(IEnumerable<double[]> rows, int at, int[] of)
    {
        double Sum(double[] row) => of.Sum(f => row[f]);
        var best = rows.Select(Sum).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            row[at] = Sum(row) - best;
        }
    }

    /// <summary>One number for how well a cue fits, where one is enough.</summary>
    public static double Strength(CueMatch match) =>
        Math.Min(match.Words, 1.2) + match.Cosine + match.MaxSim + 0.5 * match.Back;

    private static void Fill(double[] row, CueKind kind, CueMatch match, double share)
    {
        void Max(int at, double value) => row[at] = Math.Max(row[at], value * share);
        switch (kind)
        {
            case CueKind.Asked:
                Max(17, match.FocusWords);
                Max(18, match.FocusSim);
                var best = row[0] + row[1] + row[2];
                if (match.Words + match.Cosine + match.MaxSim > best)
                {
                    row[10] = best;
                    (row[0], row[1], row[2], row[3]) = (match.Words, match.Cosine, match.MaxSim, match.Back);
                }
                else
                {
                    row[10] = Math.Max(row[10], match.Words + match.Cosine + match.MaxSim);
                }

                break;
            case CueKind.Claim or CueKind.Dispute:
                Max(19, match.FocusWords);
                Max(20, match.FocusSim);
                Max(4, match.Words);
                Max(5, match.Cosine);
                Max(6, match.MaxSim);
                break;
            case CueKind.Sentence or CueKind.Document:
                Max(21, match.FocusWords);
                Max(22, match.FocusSim);
                Max(7, match.Words);
                Max(8, match.Cosine);
                Max(9, match.MaxSim);
                break;
        }
    }
}
