using HeritageGuide.Core.Languages;

namespace HeritageGuide.Core.Answers;

/// <summary>The few sentences that the guide says of itself, in every language.</summary>
/// <param name="NotInDossiers">Said where the dossiers do not answer.</param>
/// <param name="Refused">Said where the question is not the guide's business.</param>
/// <param name="PartlyMissing">Said where only a part is answered.</param>
/// <param name="Differ">Opens a dispute; {0} is what it is about.</param>
/// <param name="Version">One version; {0} is what is said, {1} who says it.</param>
/// <param name="NotMentioned">Said where a question takes for granted what its dossier never mentions; {0} is that name or year.</param>
public sealed record AnswerPhrases(string NotInDossiers, string Refused, string PartlyMissing, string Differ, string Version, string NotMentioned)
{
    private static readonly Dictionary<string, AnswerPhrases> All = new()
    {
        ["vi"] = new(
            "Các hồ sơ di sản của chúng tôi chưa nói đến điều này, nên tôi không dám trả lời thay.",
            "Tôi chỉ giúp được về di sản vùng đất Hậu Giang. Mời bạn hỏi về một di tích, một nghề, một món ăn hay một câu chuyện nơi đây.",
            "Phần còn lại của câu hỏi thì các hồ sơ chưa nói đến.",
            "Các nguồn nói khác nhau về điều này: {0}.",
            "{0} ({1})",
            "Hồ sơ này không nhắc đến {0}."),
        ["en"] = new(
            "Our heritage dossiers do not say, so I will not guess.",
            "I can only help with the heritage of the Hậu Giang land. Do ask about a relic, a craft, a dish or a story of this place.",
            "The dossiers do not say anything about the rest of your question.",
            "Sources differ on this: {0}.",
            "{0} ({1})",
            "This dossier does not mention {0}."),
        ["fr"] = new(
            "Nos dossiers patrimoniaux n’en disent rien ; je préfère ne pas deviner.",
            "Je ne peux aider que sur le patrimoine du pays de Hậu Giang. Demandez-moi un site, un métier, un plat ou une histoire d’ici.",
            "Les dossiers ne disent rien du reste de votre question.",
            "Les sources divergent sur ce point : {0}.",
            "{0} ({1})",
            "Ce dossier ne mentionne pas {0}."),
        ["zh"] = new("我们的遗产档案没有记载这一点，因此我不作猜测。", "我只能回答有关后江（Hậu Giang）地区遗产的问题。欢迎询问这里的遗迹、手艺、美食或故事。", "问题的其余部分，档案中没有记载。", "各种资料对此说法不一：{0}。", "{0}（{1}）", "这份档案没有提到{0}。"),
        ["ko"] = new("저희 유산 자료에는 이 내용이 나와 있지 않아 추측해서 말씀드리지 않겠습니다.", "저는 허우장(Hậu Giang) 지역의 유산에 대해서만 도와드릴 수 있습니다. 이곳의 유적, 공예, 음식이나 이야기에 대해 물어봐 주세요.", "질문의 나머지 부분은 자료에 나와 있지 않습니다.", "이 점에 대해서는 자료마다 내용이 다릅니다: {0}.", "{0} ({1})", "이 자료에는 {0}에 대한 언급이 없습니다."),
        ["ja"] = new("当館の遺産資料にはそのことが記されていないため、推測でのお答えは控えます。", "ハウザン（Hậu Giang）地方の遺産についてのみご案内できます。この土地の史跡、手仕事、料理、物語についてお尋ねください。", "ご質問の残りの部分については、資料に記載がありません。", "この点については資料によって内容が異なります：{0}。", "{0}（{1}）", "この資料には{0}についての記載がありません。"),
        ["km"] = new("ឯកសារបេតិកភណ្ឌរបស់យើងមិនបាននិយាយអំពីរឿងនេះទេ ដូច្នេះខ្ញុំមិនហ៊ានទាយឡើយ។", "ខ្ញុំអាចជួយបានតែអំពីបេតិកភណ្ឌនៃទឹកដី Hậu Giang ប៉ុណ្ណោះ។ សូមសួរអំពីទីកន្លែងប្រវត្តិសាស្ត្រ សិប្បកម្ម ម្ហូប ឬរឿងរ៉ាវនៅទីនេះ។", "ចំពោះផ្នែកដែលនៅសល់នៃសំណួរ ឯកសារមិនបាននិយាយដល់ទេ។", "ប្រភពនានានិយាយខុសគ្នាអំពីចំណុចនេះ៖ {0}។", "{0} ({1})", "ឯកសារនេះមិនបានលើកឡើងអំពី {0} ទេ។"),
    };

    public static AnswerPhrases In(LanguageTag language) => All[language.Code];
}
