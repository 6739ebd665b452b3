using HeritageGuide.Adapters.Sqlite;

namespace HeritageGuide.Adapters.Tests.Sqlite;

public sealed class VectorTableTests
{
    private const int Many = 25_000;
    private const int Dimensions = 256;
    private readonly Random _chance = new(5);

    [Theory]
    [InlineData(0)]
    [InlineData(2)] // As in some models, whose vectors all lie in one corner.
    public void Of_many_vectors_nearly_all_of_the_nearest_are_looked_at(float common)
    {
        var (table, vectors) = Fill(Many, common);
        var found = 0;
        for (var question = 0; question < 20; question++)
        {
            // A question leans towards some vector as much as a question leans towards its passage.
            var asked = Unit(vectors[_chance.Next(Many)], 1.5f);
            var scores = new float[Many];
            table.AddCosines(asked, scores, null);

            found += Nearest(vectors.Select(v => Dot(v, asked))).Intersect(Nearest(scores)).Count();
        }

        (found / 200.0).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Words_alone_bring_a_row_among_those_looked_at()
    {
        var (table, vectors) = Fill(Many, 0);
        var scores = new float[Many];
        var far = Enumerable.Range(0, Many).MinBy(i => Dot(vectors[i], vectors[7]));
        scores[far] = 2;

        table.AddCosines(vectors[7], scores, null);

        scores[far].ShouldBe(2 + Dot(vectors[far], vectors[7]), 0.02f);
    }

    [Fact]
    public void A_row_that_may_not_be_found_takes_no_place_from_others()
    {
        var (table, vectors) = Fill(Many, 0);
        var scores = new float[Many];

        table.AddCosines(vectors[7], scores, row => row % 1_000 == 3);

        Enumerable.Range(0, Many).Count(i => scores[i] != 0).ShouldBe(Many / 1_000);
    }

    private (VectorTable Table, float[][] Vectors) Fill(int count, float common)
    {
        var table = new VectorTable(count, Dimensions);
        float[] corner = [.. Unit(new float[Dimensions], 1).Select(c => c * common)];
        float[][] vectors = [.. Enumerable.Range(0, count).Select(_ => Unit(corner, 1))];
        for (var i = 0; i < count; i++)
        {
            var (scale, bytes) = VectorTable.Quantize(vectors[i]);
            table.Set(i, scale, bytes);
        }

        table.Complete();

        return (table, vectors);
    }

    private float[] Unit(float[] towards, float noise)
    {
        float[] drawn = [.. towards.Select(t => t + noise * (2 * _chance.NextSingle() - 1) / MathF.Sqrt(Dimensions / 3f))];
        var length = MathF.Sqrt(Dot(drawn, drawn));
        return [.. drawn.Select(d => d / length)];
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static IEnumerable<int> Nearest(IEnumerable<float> scores) => scores.Select((s, i) => (s, i)).OrderByDescending(x => x.s).Take(10).Select(x => x.i);
}
