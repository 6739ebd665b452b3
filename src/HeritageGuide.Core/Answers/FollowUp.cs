using System.Text.RegularExpressions;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>Recognises questions that go on with what was asked before.</summary>
public static partial class FollowUp
{
    /// <summary>Whether the question leans on the turn before: it points back, or says no name of its own.</summary>
    public static bool GoesOn(string question, DossierTerms terms, Turn last)
    {
        var folded = VietnameseText.Fold(question);
        if (PointsBack().IsMatch(folded) || PointsBackElsewhere().IsMatch(question))
        {
            return true;
        }

        var words = WordReader.Read(question);
        var names = StatedFacts.Of(question, LanguageTag.Vietnamese).Names;
        return words.Count <= 14 && names.Count == 0 && (last.Dossiers.Count == 0 || terms.UncoveredBy(question)(last.Dossiers[0]) < 0.9);
    }

    /// <summary>The earlier question without its question words: what the new one is about.</summary>
    public static string SubjectOf(string question) => QuestionWords().Replace(question, " ");

    [GeneratedRegex(@"\b(do|ay|nay|no|ong|ba|ho|vay|o do|tran do|luc do|khi do|it|its|that|those|they|them|their|he|his|him|she|her|there|then|this|these|il|elle|ils|elles|son|sa|ses|leur|cela|celui|y)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();

    [GeneratedRegex("那|他|她|它|这|此|그|저|이것|거기|その|それ|そこ|彼|あの|នោះ|គាត់|ពួកគេ|ទីនោះ")]
    private static partial Regex PointsBackElsewhere();

    [GeneratedRegex(@"\b(ai|khi nào|bao giờ|ngày nào|năm nào|ở đâu|bao nhiêu|mấy|gì|vì sao|tại sao|thế nào|diễn ra|who|when|where|what|why|how many|how much|how|which|did|does|was|were|is|are|qui|quand|où|quel|quelle|pourquoi|combien)\b|\?|？", RegexOptions.IgnoreCase)]
    private static partial Regex QuestionWords();
}
