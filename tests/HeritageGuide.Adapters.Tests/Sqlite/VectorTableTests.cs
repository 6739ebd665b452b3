using HeritageGuide.Adapters.Sqlite;

namespace HeritageGuide.Adapters.Tests.Sqlite;

public sealed class VectorTableTests
{
    private const int Dimensions = 256;
    private const int Count = 20_000;
    private static readonly float[][] s_vectors = Vectors(Count, new Random(3));
    private static readonly VectorTable s_table = Table(s_vectors);

    [Theory]
    [InlineData(0)]
    [InlineData(0.15f)] // As in some models, whose vectors all lie in one corner.
    public void The_sieve_loses_hardly_any_of_the_nearest(float common)
    {
        float[][] Shifted(float[][] vectors) => [.. vectors.Select(v => Unit([.. v.Select(n => n + common)]))];
        var vectors = Shifted(s_vectors);
        var (table, found) = (Table(vectors), 0);
        foreach (var question in Shifted(Vectors(20, new Random(4))))
        {
            var nearest = Enumerable.Range(0, Count).OrderByDescending(r => Dot(question, vectors[r])).Take(50).ToHashSet();
            found += table.Best(question, new float[Count], null, 50).Count(b => nearest.Contains(b.Row));
        }

        found.ShouldBeGreaterThan(20 * 50 * 98 / 100);
    }

    [Fact]
    public void Scores_are_the_cosine_and_what_the_row_had_already()
    {
        var words = new float[Count];
        words[1_234] = 3;

        var (row, score) = s_table.Best(s_vectors[77], words, null, 10)[0];

        row.ShouldBe(1_234);
        score.ShouldBe(3 + Dot(s_vectors[77], s_vectors[1_234]), 0.01f);
    }

    [Fact]
    public void Of_few_allowed_rows_all_are_looked_at()
    {
        var few = s_table.Best(s_vectors[77], Enumerable.Repeat(2f, Count).ToArray(), row => row % 2_000 == 77, 50);

        few.Select(b => b.Row).Order().ShouldBe(Enumerable.Range(0, 10).Select(i => i * 2_000 + 77));
        few[0].Row.ShouldBe(77);
    }

    [Fact]
    public void A_row_that_shares_nothing_with_the_question_is_not_found()
    {
        var table = new VectorTable(2, Dimensions);
        var opposite = s_vectors[0].Select(v => -v).ToArray();
        Set(table, 0, s_vectors[0]);
        Set(table, 1, opposite);

        table.Best(s_vectors[0], new float[2], null, 10).Select(b => b.Row).ShouldBe([0]);
    }

    private static VectorTable Table(float[][] vectors)
    {
        var table = new VectorTable(Count, Dimensions);
        for (var row = 0; row < Count; row++)
        {
            Set(table, row, vectors[row]);
        }

        table.Complete();

        return table;
    }

    private static void Set(VectorTable table, int row, float[] vector)
    {
        var (scale, bytes) = VectorTable.Quantize(vector);
        table.Set(row, scale, bytes);
    }

    // As texts are: around a few hundred subjects.
    private static float[][] Vectors(int count, Random chance)
    {
        var subjects = new Random(5);
        var middles = Enumerable.Range(0, 300).Select(_ => Numbers(subjects)).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => Unit([.. middles[chance.Next(middles.Length)].Zip(Numbers(chance), (m, n) => m + n)]))];
    }

    private static float[] Numbers(Random chance) => [.. Enumerable.Range(0, Dimensions).Select(_ => (float)(chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5))];

    private static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        return [.. vector.Select(v => v / length)];
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
