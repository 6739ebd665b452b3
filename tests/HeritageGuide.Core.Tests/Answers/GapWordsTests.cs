using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Tests.Answers;

public sealed class GapWordsTests
{
    private static readonly Cue[] s_cues =
    [
        Asked("When was the temple built?"), Asked("Who built the temple?"), Asked("Where was the battle?"),
        Gap("What does a ticket for the temple cost?"), Gap("Is there a ticket for pupils?"),
    ];

    [Fact]
    public async Task Words_of_gaps_lean_towards_a_gap_and_words_of_questions_away()
    {
        var words = await WordsAsync();

        words.Lean(["ticket"], []).ShouldBeGreaterThan(0);
        words.Lean(["built"], []).ShouldBeLessThan(0);
        words.Lean(["elephant"], []).ShouldBe(0);
        words.Lean([], []).ShouldBe(0);
    }

    [Fact]
    public async Task A_cue_that_is_asked_does_not_speak_for_itself()
    {
        var words = await WordsAsync();

        words.Lean(["pupils"], [4]).ShouldBe(0);
    }

    [Fact]
    public async Task A_cue_left_out_twice_is_taken_away_once()
    {
        var words = await WordsAsync();

        words.Lean(["pupils", "ticket"], [4, 4, 4]).ShouldBe(words.Lean(["pupils", "ticket"], [4]));
    }

    private static async Task<GapWords> WordsAsync() => new(await CueIndex.BuildAsync(s_cues, new NoEmbedder(), default));

    private static Cue Asked(string text) => new(text, CueKind.Asked, "en", "temple", ["temple-f1"]);

    private static Cue Gap(string text) => new(text, CueKind.Gap, "en", "temple", []);
}
