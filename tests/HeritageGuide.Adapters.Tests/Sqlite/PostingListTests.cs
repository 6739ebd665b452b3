using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Sqlite;

public sealed class PostingListTests
{
    [Fact]
    public void Rows_and_what_stands_beside_them_come_back_as_they_were_written()
    {
        (int Row, byte Count)[] written = [(0, 1), (1, 3), (127, 1), (128, 200), (20_000, 1), (2_000_000_000, 255)];
        var list = new PostingList();
        foreach (var (row, count) in written)
        {
            list.Add(row, count);
        }

        var read = new List<(int, byte)>();
        var reader = new PostingReader(list.ToBytes((_, count) => (byte)count));
        while (reader.Read())
        {
            read.Add((reader.Row, reader.Byte));
        }

        read.ShouldBe(written);
        list.Rows.ShouldBe(written.Length);
    }

    [Fact]
    public void A_count_above_255_reads_255()
    {
        var list = new PostingList();
        list.Add(7, 70_000);

        list.ToBytes((_, count) => (byte)count).ShouldBe([8, 255]);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(1, 60)]
    [InlineData(1, 900)]
    [InlineData(4, 60)]
    public void An_impact_is_worth_what_BM25_gives(int count, int length)
    {
        var exact = Bm25.Saturated(count, Bm25.Norm(length, 60));

        (WordSearch.Impact(count, length, 60) * Bm25.MostSaturated / 255).ShouldBe(exact, 0.005);
    }

    [Fact]
    public void The_best_rows_are_kept_and_of_equal_ones_the_earlier()
    {
        var best = new BestRows(3);
        foreach (var (row, score) in new[] { (0, 1f), (1, 3f), (2, 2f), (3, 3f), (4, 0.5f), (5, 2f) })
        {
            best.Add(row, score);
        }

        best.Take().Select(b => b.Row).ShouldBe([1, 3, 2]);
    }
}
