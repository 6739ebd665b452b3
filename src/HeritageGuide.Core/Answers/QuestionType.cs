using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>What a question wants to know.</summary>
public enum QuestionType
{
    Other,
    Who,
    When,
    Where,
    HowMany,
    Why,
    List,
    YesNo,
    Compare,
}

/// <summary>Recognises what a question wants to know from its question words, in all seven languages.</summary>
public static partial class QuestionTypes
{
    public static QuestionType Of(string question)
    {
        var folded = VietnameseText.Fold(ChatVietnamese.WriteOut(question));
        return Why().IsMatch(folded) ? QuestionType.Why
            : When().IsMatch(folded) ? QuestionType.When
            : HowMany().IsMatch(folded) ? QuestionType.HowMany
            : List().IsMatch(folded) ? QuestionType.List
            : Who().IsMatch(folded) ? QuestionType.Who
            : Where().IsMatch(folded) ? QuestionType.Where
            : YesNo().IsMatch(folded) ? QuestionType.YesNo
            : QuestionType.Other;
    }

    /// <summary>Whether things are to be compared, whatever is asked of them.</summary>
    public static bool Compares(string question) => Compare().IsMatch(VietnameseText.Fold(ChatVietnamese.WriteOut(question)));

    [GeneratedRegex(@"\b(so sanh|khac nhau|khac gi|giong nhau|giong gi|diem chung|hay .+ hon|compare|comparison|differences? between|differ|in common|versus|vs|which (?:one |of )?.*(?:older|bigger|longer|larger|earlier|first)|comparez|comparer|difference entre|points? communs?|lequel|laquelle)\b|比较|区别|哪个更|相比|비교|차이|다른 점|공통점|중 어느|比べ|比較|違い|どちらが|ប្រៀបធៀប|ខុសគ្នា", RegexOptions.IgnoreCase)]
    private static partial Regex Compare();

    [GeneratedRegex(@"\b(vi sao|tai sao|sao lai|sao ma|nho dau|ly do|y nghia|de lam gi|muc dich|why|what made|purpose|reason|pourquoi|a quoi sert)\b|^sao |为什么|为何|왜|なぜ|どうして|ហេតុអ្វី", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(khi nao|bao gio|ngay nao|ngay may|nam nao|nam may|thang may|thang nao|hom nao|bua nao|luc nao|bao h|ngay thang nam|nam bao nhieu|ngay bao nhieu|when|what date|which year|what year|what day|from what day|quand|quelle date|quelle annee|depuis quand)\b|什么时候|何时|哪一年|哪年|几年|几月|언제|몇 년|며칠|날짜|いつ|何年|何月|ថ្ងៃណា|ឆ្នាំណា|ពេលណា", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(bao nhieu|may|bao lau|bao xa|cao co nao|dai co nao|rong co nao|co nao|chung nao|how many|how much|how tall|how high|how far|how long|how big|how large|how deep|how old|height|combien|quelle hauteur|quelle longueur|quelle superficie|quelle distance)\b|多少|多大|多高|多长|多久|多远|几|얼마|몇|넓이|높이|何人|何回|何キロ|何メートル|どのくらい|いくつ|ប៉ុន្មាន", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\b(nhung gi|gom nhung|ke ten|ke het|ke ra|liet ke|nhung ai|nhung mon|cac loai|list|which instruments|name the|what are the|what is there|quels sont|quelles sont)\b|哪些|어떤 것들|무엇무엇|何と何|អ្វីខ្លះ|ណាខ្លះ", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"\b(ai|who|whom|whose|qui|ten gi|ten that)\b|谁|누구|누가|誰|だれ|នរណា|អ្នកណា", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"\b(o dau|cho nao|noi nao|dau vay|xa nao|phuong nao|huyen nao|tinh nao|duong nao|where|which commune|which ward|which province|ou se|ou est|quelle commune)\b|哪里|在哪|何处|어디|どこ|នៅឯណា|កន្លែងណា", RegexOptions.IgnoreCase)]
    private static partial Regex Where();

    [GeneratedRegex(@"\b(phai khong|dung khong|co phai|phai hong|co .+ khong|is it|was it|did|does|are there|is there|do they|est-ce)\b|吗|是不是|인가요|ですか|ទេ", RegexOptions.IgnoreCase)]
    private static partial Regex YesNo();
}
