using System.Text;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>The short forms in which Vietnamese is typed on phones, written out so that words can be found.</summary>
public static class ChatVietnamese
{
    private static readonly Dictionary<string, string> Written = new()
    {
        ["ko"] = "không", ["k"] = "không", ["kg"] = "không", ["hok"] = "không", ["hông"] = "không", ["hong"] = "không", ["khong"] = "không",
        ["dc"] = "được", ["đc"] = "được", ["j"] = "gì", ["gi"] = "gì", ["z"] = "vậy", ["v"] = "vậy", ["zậy"] = "vậy", ["zay"] = "vậy", ["bn"] = "bao nhiêu", ["bnhiu"] = "bao nhiêu",
        ["bao nhiu"] = "bao nhiêu", ["nhiu"] = "nhiêu", ["bik"] = "biết", ["bit"] = "biết", ["ng"] = "người", ["ngta"] = "người ta", ["vs"] = "với", ["mk"] = "mật khẩu", ["ad"] = "", ["tn"] = "thế nào",
        ["ntn"] = "như thế nào", ["dt"] = "di tích", ["đt"] = "di tích", ["ls"] = "lịch sử", ["tp"] = "thành phố", ["ql"] = "quốc lộ", ["tg"] = "thời gian", ["đn"] = "được nhiêu", ["hk"] = "không",
        ["vô"] = "vào", ["chi"] = "gì", ["mấy"] = "bao nhiêu", ["bữa"] = "ngày", ["hồi"] = "khi", ["coi"] = "xem", ["nhứt"] = "nhất", ["đặng"] = "để", ["hổng"] = "không",
    };

    // "chi", "hồi", "coi" … are words of their own: they are written out beside themselves, not instead.
    private static readonly HashSet<string> Kept = ["vô", "chi", "mấy", "bữa", "hồi", "coi", "nhứt", "v", "k", "kg", "ng", "gi", "mk", "bit", "khong", "đặng", "ad"];

    public static string WriteOut(string text)
    {
        var written = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var word in WordReader.Read(text))
        {
            if (word.Script == Script.Latin && Written.TryGetValue(word.Marked, out var full))
            {
                written.Append(text, at, word.Start - at);
                written.Append(Kept.Contains(word.Marked) ? text.Substring(word.Start, word.Length) + " " + full : full);
                at = word.Start + word.Length;
            }
        }

        return written.Append(text, at, text.Length - at).ToString();
    }
}
