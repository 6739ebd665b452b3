using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Core.Tests.Narration;

public sealed class SpokenTextTests
{
    public static TheoryData<string, string, string> Phrases()
    {
        var phrases = new TheoryData<string, string, string>();
        foreach (var language in (string[])["vi", "en"])
        {
            foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Narration", $"phrases.{language}.tsv")).Where(l => l.Length > 0))
            {
                var columns = line.Split('\t');
                phrases.Add(language, columns[0], columns[1]);
            }
        }

        return phrases;
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void What_is_written_is_said_word_for_word(string language, string written, string spoken) =>
        SpokenText.Of(written, LanguageTag.Parse(language), Lexicon.Empty).ShouldBe(spoken);

    [Fact]
    public void At_least_120_phrases_a_language_are_asserted() =>
        Phrases().GroupBy(p => (string)p[0]).ShouldAllBe(g => g.Count() >= 120);

    [Fact]
    public void The_lexicon_says_foreign_names() =>
        SpokenText.Of("Đại tá Dessert", LanguageTag.Vietnamese, new Lexicon(new Dictionary<string, string> { ["Dessert"] = "Đét-xe" })).ShouldBe("Đại tá Đét-xe");

    [Fact]
    public void The_lexicon_changes_whole_words_only() =>
        new Lexicon(new Dictionary<string, string> { ["Vu"] = "Vu Vu" }).Speak("Vui ở Tầm Vu").ShouldBe("Vui ở Tầm Vu Vu");
}
