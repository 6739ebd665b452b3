using System.Globalization;
using System.Text.RegularExpressions;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>The short answer that comes first, where a claim holds exactly one date or one person and that is what was asked.</summary>
internal static class DirectAnswer
{
    public static string? Of(Library library, QuestionType type, string claimId, LanguageTag language)
    {
        if (library.Claim(claimId)?.Claim is not { } claim || claim.Standing == Standing.Disputed)
        {
            return null;
        }

        return type switch
        {
            QuestionType.When when IsoDay.Parse(claim.Date) is { } date && Says(claim, date) => Write(date, language),
            QuestionType.Who when claim.People.Count == 1 && IsTheOneWhoActs(claim) => claim.People[0] + End(language),
            _ => null,
        };
    }

    // A claim can name a person who did nothing in it: only "do …", "là …" or the subject of the sentence is who was asked for.
    private static bool IsTheOneWhoActs(Claim claim) =>
        claim.Vietnamese.StartsWith(claim.People[0], StringComparison.Ordinal)
        || Regex.IsMatch(claim.Vietnamese, $@"\b(?:do|là) (?:[\p{{L}}-]+ ){{0,3}}{Regex.Escape(claim.People[0])}");

    // The record's date must be what the claim says, not merely the day of its source.
    private static bool Says(Claim claim, DateOnly date)
    {
        var numbers = WordReader.Read(claim.Vietnamese).Where(w => w.Script == Script.Digits).Select(w => w.Folded).ToList();
        return numbers.Count(n => n.Length == 4) == 1
            && new[] { date.Day, date.Month, date.Year }.All(n => numbers.Contains(n.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Write(DateOnly d, LanguageTag language) => language.Code switch
    {
        "vi" => $"Ngày {d.Day} tháng {d.Month} năm {d.Year}.",
        "fr" => $"Le {d.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))}.",
        "zh" => $"{d.Year}年{d.Month}月{d.Day}日。",
        "ko" => $"{d.Year}년 {d.Month}월 {d.Day}일입니다.",
        "ja" => $"{d.Year}年{d.Month}月{d.Day}日です。",
        "km" => $"ថ្ងៃទី {d.Day} ខែ {d.Month} ឆ្នាំ {d.Year}។",
        _ => $"On {d.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.",
    };

    private static string End(LanguageTag language) => language.Code is "zh" or "ja" ? "。" : language.Code == "km" ? "។" : ".";
}
