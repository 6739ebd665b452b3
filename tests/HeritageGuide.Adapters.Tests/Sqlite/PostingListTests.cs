using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Adapters.Tests.Sqlite;

public sealed class PostingListTests
{
    [Fact]
    public void Rows_and_counts_come_back_as_they_were_written()
    {
        (int Row, int Count)[] written = [(0, 1), (1, 3), (127, 1), (128, 200), (20_000, 1), (2_000_000_000, 70_000)];
        var list = new PostingList();
        foreach (var (row, count) in written)
        {
            list.Add(row, count);
        }

        var read = new List<(int, int)>();
        var reader = new PostingReader(list.Bytes);
        while (reader.Read())
        {
            read.Add((reader.Row, reader.Count));
        }

        read.ShouldBe(written);
        list.Rows.ShouldBe(written.Length);
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
