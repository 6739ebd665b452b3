using HeritageGuide.Core.Answers;

namespace HeritageGuide.Core.Tests.Answers;

public sealed class SentenceStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Each_sentence_comes_as_soon_as_its_object_is_closed(int size)
    {
        const string json = """{"sentences":[{"text":"A \"quoted\" {brace}.","claims":["a-f1"]},{"text":"B.","claims":["a-f2","a-f3"]}]}""";
        var stream = new SentenceStream();

        var written = json.Chunk(size).SelectMany(c => stream.Feed(new string(c))).ToList();

        written.Select(w => w.Text).ShouldBe(["A \"quoted\" {brace}.", "B."]);
        written[1].Claims.ShouldBe(["a-f2", "a-f3"]);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{\"sentences\":[{\"text\":5,\"claims\":[]},{\"claims\":[\"x\"]},{]}")]
    [InlineData("}}}}{{{\"\\")]
    public void What_is_no_sentence_is_passed_over(string text) => new SentenceStream().Feed(text).ShouldBeEmpty();

    [Fact]
    public void An_answer_without_end_is_stopped()
    {
        var stream = new SentenceStream();

        Should.Throw<ChatModelException>(() => { for (var i = 0; i < 3_000; i++) { stream.Feed("1234567890").ToList(); } });
    }
}
