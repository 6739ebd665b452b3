using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Numbers written as words, and months written as names.</summary>
public static class SpelledNumbers
{
    private static readonly Dictionary<string, int> Vietnamese = new()
    {
        ["một"] = 1, ["hai"] = 2, ["ba"] = 3, ["bốn"] = 4, ["tư"] = 4, ["năm"] = 5, ["lăm"] = 5, ["sáu"] = 6, ["bảy"] = 7, ["tám"] = 8, ["chín"] = 9, ["mười"] = 10, ["đôi"] = 2, ["chục"] = 10,
        ["trăm"] = 100, ["nghìn"] = 1_000, ["ngàn"] = 1_000,
    };

    private static readonly Dictionary<string, int> English = new()
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["hundred"] = 100, ["thousand"] = 1_000, ["dozen"] = 12, ["pair"] = 2,
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7,
        ["january"] = 1, ["february"] = 2, ["march"] = 3, ["april"] = 4, ["may"] = 5, ["june"] = 6, ["july"] = 7, ["august"] = 8, ["september"] = 9, ["october"] = 10, ["november"] = 11, ["december"] = 12,
    };

    private static readonly Dictionary<string, int> French = new()
    {
        ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7, ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10, ["onze"] = 11, ["douze"] = 12, ["cent"] = 100, ["mille"] = 1_000,
        ["janvier"] = 1, ["février"] = 2, ["mars"] = 3, ["avril"] = 4, ["mai"] = 5, ["juin"] = 6, ["juillet"] = 7, ["août"] = 8, ["septembre"] = 9, ["octobre"] = 10, ["novembre"] = 11, ["décembre"] = 12,
    };

    /// <summary>The values of all number words in a text, each word for itself.</summary>
    public static HashSet<int> In(string text, LanguageTag language) => In(WordReader.Read(text), language);

    public static HashSet<int> In(IEnumerable<Word> words, LanguageTag language)
    {
        var table = language.Code switch { "vi" => Vietnamese, "en" => English, "fr" => French, _ => null };
        if (table is null)
        {
            return [];
        }

        var list = words.ToList();
        return [.. list.Where((w, i) => w.Script == Script.Latin && table.ContainsKey(w.Marked) && !IsYear(list, i)).Select(w => table[w.Marked])];
    }

    // "Năm" is five before what is counted, and "year" elsewhere: "năm ấy", "năm 1948", "mỗi năm".
    private static bool IsYear(List<Word> words, int at) => words[at].Marked == "năm"
        && (at + 1 == words.Count || words[at + 1].Script == Script.Digits || YearAfter.Contains(words[at + 1].Marked) || at > 0 && YearBefore.Contains(words[at - 1].Marked));

    private static readonly HashSet<string> YearAfter = ["ấy", "đó", "này", "nay", "sau", "trước", "ngoái", "xưa", "qua", "tới", "nào", "tháng", "có", "là"];
    private static readonly HashSet<string> YearBefore = ["mỗi", "hằng", "hàng", "một", "hai", "ba", "nhiều", "mấy", "những", "các", "suốt", "trong", "vào", "từ", "đến", "ngàn", "trăm", "mươi", "mười"];
}
