using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Core.Tests.Retrieval;

public sealed class SignVectorsTests
{
    private const int Dimensions = 256;

    [Fact]
    public void Cosines_from_signs_are_right_on_average_and_never_far_off()
    {
        var chance = new Random(1);
        var question = Vector(chance);
        // Numbers that are no multiple of sixteen, some near the question, some far.
        var vectors = Enumerable.Range(0, 1_001).Select(i => Unit([.. Vector(chance).Select((v, d) => v + question[d] * (i % 11 - 3) / 5)])).ToArray();
        var signs = new SignVectors(vectors.Length, Dimensions);
        for (var i = 0; i < vectors.Length; i++)
        {
            signs.Set(i, vectors[i]);
        }

        var about = new float[vectors.Length];
        signs.Cosines(question, about);

        var errors = vectors.Select((v, i) => about[i] - v.Zip(question, (x, y) => x * y).Sum()).ToList();
        errors.Average().ShouldBe(0, 0.01);
        errors.Max(Math.Abs).ShouldBeLessThan(0.2f);
        Math.Sqrt(errors.Average(e => e * e)).ShouldBe(0.05, 0.02);
    }

    [Fact]
    public void A_question_without_words_is_near_to_nothing()
    {
        var signs = new SignVectors(1, Dimensions);
        signs.Set(0, Vector(new Random(2)));
        var about = new float[] { 9 };

        signs.Cosines(new float[Dimensions], about);

        about[0].ShouldBe(0);
    }

    private static float[] Vector(Random chance) => Unit([.. Enumerable.Range(0, Dimensions).Select(_ => (float)(chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5))]);

    private static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / length)];
    }
}
