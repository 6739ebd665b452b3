using System.Globalization;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>
/// Finds wrong options of the same kind and period as the right one. None may be right by accident: an option falls out when any claim or
/// version of a dispute holds it beside half of the question's words.
/// </summary>
public sealed class WrongOptions(LessonMaterial material)
{
    /// <summary>Share of a question's content words that, beside the option, would make another claim its proof.</summary>
    private const double AlsoTrue = 0.5;

    private readonly FactReader _reader = new(material.Library);
    private readonly List<(HashSet<string> Words, string Text)> _statements = [.. Statements(material.Library, material.Request.Language)];
    private readonly Dictionary<string, List<(FactPiece Piece, string Claim)>> _pieces = [];
    private readonly int _latest = material.Library.Dossiers.SelectMany(d => d.Claims).Select(c => c.Date is { Length: >= 4 } date && int.TryParse(date[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).Max();

    /// <summary>Up to <paramref name="count"/> wrong options for the fact of a claim.</summary>
    public IReadOnlyList<string> For(TaughtClaim taught, FactPiece right, int count)
    {
        var language = material.Request.Language;
        var said = taught.Claim.In(language);
        var others = taught.Claim.Vietnamese + " " + taught.Claim.English + " " + taught.Claim.Date;
        var asked = ContentWords(FactReader.Replace(said, right.Text, " "));
        var own = FromDossier(taught.Dossier);
        var far = material.Library.Dossiers.Where(d => d != taught.Dossier && d.Kind == taught.Dossier.Kind).SelectMany(FromDossier);
        var candidates = material.Shuffle(own, p => p.Claim + p.Piece.Text).Concat(material.Shuffle(far, p => p.Claim + p.Piece.Text))
            .Select(p => p.Piece).Where(p => p.Kind == right.Kind && IsNear(p, right)).Select(p => p.Text)
            .Concat(Made(right, taught.Claim.Id)).Where(o => !IsYetToCome(right, o)).Concat(right.Kind == PieceKind.Place ? Places(taught.Claim.Id) : []);
        var wrong = new List<string>();
        foreach (var option in candidates)
        {
            if (wrong.Count == count)
            {
                break;
            }

            if (!wrong.Append(right.Text).Any(t => Resembles(t, option)) && !FactReader.Has(others, option) && !IsAlsoTrue(option, asked) && !IsProvenElsewhere(taught, right, option))
            {
                wrong.Add(option);
            }
        }

        return wrong;
    }

    /// <summary>Whether some claim or version holds the option beside half of the words asked about.</summary>
    public bool IsAlsoTrue(string option, IReadOnlySet<string> asked)
    {
        foreach (var (words, text) in _statements)
        {
            if (asked.Count(words.Contains) >= AlsoTrue * asked.Count && FactReader.Has(text, option))
            {
                return true;
            }
        }

        return false;
    }

    // The checker that proves answers must refuse the statement with the wrong option, in both languages, whichever claim of the dossier it is held against.
    private bool IsProvenElsewhere(TaughtClaim taught, FactPiece right, string option) =>
        LessonPhrases.LessonLanguages.Where(l => FactReader.Has(taught.Claim.In(l), right.Text)).Any(language => LessonCheck.IsProven(
            FactReader.Replace(taught.Claim.In(language), right.Text, option), taught.Dossier, language, material.Composer, material.Checker));

    /// <summary>Words that carry the meaning of a text.</summary>
    public static HashSet<string> ContentWords(string text) => [.. WordReader.Read(text).Where(w => w.Length > 2).Select(w => w.Folded)];

    private List<(FactPiece Piece, string Claim)> FromDossier(Dossier dossier)
    {
        if (!_pieces.TryGetValue(dossier.Id, out var pieces))
        {
            _pieces[dossier.Id] = pieces = [.. dossier.Claims.SelectMany(c => _reader.Read(c, material.Request.Language).Select(p => (p, c.Id)))];
        }

        return pieces;
    }

    // An option from another century, or a thousand times larger, gives itself away.
    private static bool IsNear(FactPiece option, FactPiece right) => right.Kind switch
    {
        PieceKind.Day or PieceKind.Month or PieceKind.Year => Math.Abs(YearOf(option.Text) - YearOf(right.Text)) <= 40,
        PieceKind.Number => option.Unit == right.Unit && Value(option.Text) is { } a && Value(right.Text) is { } b && a < 6 * b && b < 6 * a,
        _ => true,
    };

    // A year after everything that is told cannot be right, and everybody sees it.
    private bool IsYetToCome(FactPiece right, string option) =>
        right.Kind is PieceKind.Day or PieceKind.Month or PieceKind.Year && YearOf(option) > Math.Max(_latest, YearOf(right.Text));

    private IEnumerable<string> Made(FactPiece right, string claim) => right.Kind switch
    {
        PieceKind.Year => material.Shuffle(Enumerable.Range(-9, 19).Where(d => Math.Abs(d) > 1), d => claim + d).Select(d => (YearOf(right.Text) + d).ToString(CultureInfo.InvariantCulture)),
        PieceKind.Number => material.Shuffle([0.5, 0.6, 0.75, 1.25, 1.5, 2.0, 2.5], f => claim + f).Select(f => Scaled(right.Text, f)).OfType<string>(),
        PieceKind.Day or PieceKind.Month => material.Shuffle([-4, -3, -2, -1, 1, 2, 3, 4], d => claim + d).Select(d => right.Text.Replace(
            YearOf(right.Text).ToString(CultureInfo.InvariantCulture), (YearOf(right.Text) + d).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
        _ => [],
    };

    private IEnumerable<string> Places(string claim)
    {
        var named = material.Dossiers.SelectMany(d => d.Claims.Select(c => c.Vietnamese).Concat(d.Places.Select(p => p.Name)).Concat(d.Names.Texts.Values)).ToList();
        return material.Shuffle(FactReader.CommunesOf(material.Library).Select(p => p.Name).Distinct(), n => claim + n).Where(n => !named.Any(t => FactReader.Has(t, n)));
    }

    private static string? Scaled(string number, double by)
    {
        if (Value(number) is not { } value || number.Contains(',', StringComparison.Ordinal) || number.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var scaled = value * by;
        var step = value >= 1_000 ? 100 : value >= 100 ? 10 : value >= 30 && value % 5 == 0 ? 5 : 1;
        var rounded = Math.Max(1, Math.Round(scaled / step) * step);
        return rounded == value ? null : rounded.ToString("0", CultureInfo.InvariantCulture);
    }

    private static double? Value(string number) =>
        double.TryParse(number.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int YearOf(string date) => date.Length >= 4 && int.TryParse(date[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    // "Ngô Hồng Giỏi" beside "ông Giỏi", or "4/1948" beside "1948", would both be right.
    private static bool Resembles(string a, string b) =>
        FactReader.Has(a, b) || FactReader.Has(b, a) || VietnameseText.Fold(a) == VietnameseText.Fold(b)
        || VietnameseText.Fold(a).Split(' ')[^1] == VietnameseText.Fold(b).Split(' ')[^1] && !char.IsDigit(a[^1]);

    private static IEnumerable<(HashSet<string> Words, string Text)> Statements(Library library, LanguageTag language) =>
        library.Dossiers.SelectMany(d => d.Claims.Select(c => c.In(language))
                .Concat(d.Disputes.SelectMany(x => x.Versions.Select(v => $"{x.About.In(language)} {v.Text.In(language)} {string.Join(' ', x.Claims.Select(d.ClaimOf).OfType<Claim>().Select(c => c.In(language)))}"))))
            .Select(t => (ContentWords(t), t));
}
