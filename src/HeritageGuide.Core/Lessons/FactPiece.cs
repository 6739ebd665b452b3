using System.Text.RegularExpressions;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Lessons;

/// <summary>Kinds of facts that can be asked for.</summary>
public enum PieceKind
{
    Day,
    Month,
    Year,
    Number,
    Person,
    Place,
}

/// <summary>A fact as it stands in a claim.</summary>
/// <param name="Kind">What it is: a wrong option is always of the same kind.</param>
/// <param name="Text">The words of the claim.</param>
/// <param name="Unit">The word after a number; the level of a place; else empty.</param>
public sealed record FactPiece(PieceKind Kind, string Text, string Unit = "");

/// <summary>Finds the facts in a claim that a question can ask for.</summary>
public sealed partial class FactReader(Library library)
{
    // Provinces and districts took one another's names and land: only a commune's name tells one place.
    private readonly List<PlaceName> _places = [.. CommunesOf(library).DistinctBy(p => p.Name).OrderByDescending(p => p.Name.Length)];

    /// <summary>Communes whose name no district or province carries as well.</summary>
    public static IEnumerable<PlaceName> CommunesOf(Library library)
    {
        var larger = library.Shared.Places.Where(p => p.Level != "commune").Select(p => p.Name).ToHashSet();
        return library.Shared.Places.Where(p => p is { Level: "commune", Name.Length: > 4 } && !larger.Contains(p.Name));
    }

    /// <summary>The facts in the order of their kinds: people and dates before places and bare numbers.</summary>
    public IReadOnlyList<FactPiece> Read(Claim claim, LanguageTag language)
    {
        var text = claim.In(language);
        var pieces = claim.People.Where(p => p.Length > 3 && Has(text, p)).Select(p => new FactPiece(PieceKind.Person, p)).ToList();
        var rest = text;
        foreach (var (kind, pattern) in (ReadOnlySpan<(PieceKind, Regex)>)
            [(PieceKind.Day, language == LanguageTag.Vietnamese ? DayVi() : DayEn()), (PieceKind.Month, language == LanguageTag.Vietnamese ? MonthVi() : MonthEn()), (PieceKind.Year, Year())])
        {
            pieces.AddRange(pattern.Matches(rest).Select(m => new FactPiece(kind, m.Value)));
            rest = pattern.Replace(rest, m => new string('#', m.Length));
        }

        pieces.AddRange(_places.Where(p => Has(text, p.Name) && !pieces.Any(x => Has(x.Text, p.Name))).Take(2).Select(p => new FactPiece(PieceKind.Place, p.Name, p.Level)));
        pieces.AddRange(Number().Matches(rest).Select(m => new FactPiece(PieceKind.Number, m.Groups["number"].Value, m.Groups["unit"].Value)));

        pieces.RemoveAll(p => Teller(text, p.Text) || p.Kind == PieceKind.Number && Amount().IsMatch(p.Unit));

        // Nobody should learn a birthday by heart.
        pieces.RemoveAll(p => p.Kind == PieceKind.Day && Regex.IsMatch(text, $@"(?:sinh|sinh ngày|born|born on) {Regex.Escape(p.Text)}", RegexOptions.IgnoreCase));

        // A fact that stands twice cannot be blanked out without a riddle; "before July 2025" only dates a name.
        return [.. pieces.DistinctBy(p => p.Text).Where(p => Count(text, p.Text) == 1 && !Regex.IsMatch(text, $@"(?:before|trước|trước tháng) {Regex.Escape(p.Text)}"))];
    }

    // Who told it to whom is not what happened.
    private static bool Teller(string text, string fact) => Regex.IsMatch(
        text, $@"(?:theo|dẫn|lời|trích|tác giả|according to|quotes?|cites?|by) (?:[\p{{L}}]+ ){{0,3}}{Regex.Escape(fact)}|{Regex.Escape(fact)} (?:says|said|writes|tells|told|quotes|kể|cho biết|viết|ghi|nhắc|dẫn|cho rằng|nhận xét)", RegexOptions.IgnoreCase);

    /// <summary>The words stand in the text as whole words.</summary>
    public static bool Has(string text, string words) => Count(text, words) > 0;

    public static int Count(string text, string words) => Regex.Count(text, $@"(?<![\p{{L}}\d]){Regex.Escape(words)}(?![\p{{L}}\d])");

    public static string Replace(string text, string words, string by) =>
        Regex.Replace(text, $@"(?<![\p{{L}}\d]){Regex.Escape(words)}(?![\p{{L}}\d])", by.Replace("$", "$$", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\d/])(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})(?![\d/])")]
    private static partial Regex DayVi();

    [GeneratedRegex(@"(?<![\d/])(?:\d{1,2}/\d{4}|tháng \d{1,2} năm \d{4})(?![\d/])")]
    private static partial Regex MonthVi();

    [GeneratedRegex(@"(?<![\d–-])\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}(?!\d)")]
    private static partial Regex DayEn();

    [GeneratedRegex(@"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}(?!\d)")]
    private static partial Regex MonthEn();

    [GeneratedRegex(@"(?<![\d/.,–(-])(?:1[5-9]\d\d|20[0-4]\d)(?![\d/.,–-]?\d|[–-]| ha\b| km| m\b| người| hộ| people| households)")]
    private static partial Regex Year();

    // Sums of money, areas, shares, dead and counted goods: trivia, or unfit for a quiz.
    [GeneratedRegex(@"^(?:đồng|triệu|tỷ|tỉ|ha|m|km|hecta|tấn|người chết|chết|million|billion|VND|hectares?|dead|killed|tonnes?|percent|dong|tuổi|trang|pages?|bài|minutes|phút|giờ|sáng|chiều|lần|times|hours?|lượt|khách|đoàn|nồi|tô|mã lực|phường|xã|horsepower|visitors?|guests?|pots?|bowls?|servings?|wards?|communes?|kg|mét|metres?|cm|g)$")]
    private static partial Regex Amount();

    // Not numbers of roads, decisions, regiments or ranges: nobody should learn those by heart.
    [GeneratedRegex(@"(?<![\d/.,–\p{L}-]|số |No\. |Decision |Quyết định |lộ |Road |đoàn |Regiment |Battalion |Zone |khu |Khu |đội |Resolution |quyết |tỉnh |Route )(?<number>\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?|\d{4,})(?![\d/–-])[  ](?<unit>\p{Ll}{1,})")]
    private static partial Regex Number();
}
