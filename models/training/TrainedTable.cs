using System.Numerics.Tensors;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Training;

/// <summary>The table while it is trained: symmetric InfoNCE over a batch, row-wise RMS steps on the rows that it touches.</summary>
internal sealed class TrainedTable
{
    public const int Dimensions = 256;
    private const float Temperature = 0.05f;
    private const float Decay = 0.99f;
    private readonly float[] _rms;
    private readonly ParallelOptions _threads;

    /// <summary>Rows of the two sides of each pair, and the group that tells duplicates.</summary>
    public sealed record Batch(int[][] Left, int[][] Right, int[] Groups);

    public TrainedTable(FeatureVocabulary vocabulary, int[] frequencies, int texts, Random chance, int threads)
    {
        Values = new float[vocabulary.Rows * Dimensions];
        _rms = new float[vocabulary.Rows];
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
        for (var r = 0; r < vocabulary.Rows; r++)
        {
            // The length of a row is its idf: before any training the table is a weighted bag of words.
            var frequency = r < frequencies.Length ? frequencies[r] : 3;
            var row = Values.AsSpan(r * Dimensions, Dimensions);
            for (var i = 0; i < Dimensions; i++)
            {
                row[i] = (float)Gaussian(chance);
            }

            TensorPrimitives.Multiply(row, (float)Math.Log(2.0 * texts / frequency) / TensorPrimitives.Norm<float>(row), row);
        }
    }

    public float[] Values { get; }

    /// <summary>One step; returns the loss in nats.</summary>
    public double Step(Batch batch, float rate)
    {
        var size = batch.Groups.Length;
        var (left, leftNorms) = Forward(batch.Left);
        var (right, rightNorms) = Forward(batch.Right);
        var similarity = new float[size * size];
        Matrix.TimesTransposed(left, right, similarity, size, Dimensions, _threads);
        var loss = Gradient(similarity, batch.Groups, size);
        var (dLeft, dRight) = (new float[left.Length], new float[right.Length]);
        Matrix.Times(similarity, right, dLeft, size, Dimensions, _threads);
        Matrix.Times(Matrix.Transposed(similarity, size), left, dRight, size, Dimensions, _threads);
        Backward(left, leftNorms, dLeft);
        Backward(right, rightNorms, dRight);
        Update(batch, dLeft, dRight, rate);
        return loss;
    }

    private (float[] Units, float[] Norms) Forward(int[][] texts)
    {
        var (units, norms) = (new float[texts.Length * Dimensions], new float[texts.Length]);
        Parallel.For(0, texts.Length, _threads, t =>
        {
            var sum = units.AsSpan(t * Dimensions, Dimensions);
            foreach (var row in texts[t])
            {
                TensorPrimitives.Add(sum, Values.AsSpan(row * Dimensions, Dimensions), sum);
            }

            norms[t] = Math.Max(1e-6f, TensorPrimitives.Norm<float>(sum));
            TensorPrimitives.Divide(sum, norms[t], sum);
        });
        return (units, norms);
    }

    /// <summary>Replaces similarities by the gradient of the loss with respect to them.</summary>
    private double Gradient(float[] similarity, int[] groups, int size)
    {
        var columns = Matrix.Transposed(similarity, size);
        var losses = new double[size];
        void Softmax(float[] matrix, int r)
        {
            var row = matrix.AsSpan(r * size, size);
            TensorPrimitives.Divide(row, Temperature, row);
            var own = row[r];
            for (var c = 0; c < size; c++)
            {
                if (c != r && groups[c] == groups[r])
                {
                    row[c] = float.NegativeInfinity;
                }
            }

            var max = TensorPrimitives.Max<float>(row);
            TensorPrimitives.Subtract(row, max, row);
            TensorPrimitives.Exp<float>(row, row);
            var sum = TensorPrimitives.Sum<float>(row);
            TensorPrimitives.Divide(row, sum, row);
            losses[r] += (max + Math.Log(sum) - own) / (2 * size);
            row[r] -= 1;
        }

        Parallel.For(0, size, _threads, r => Softmax(similarity, r));
        Parallel.For(0, size, _threads, r => Softmax(columns, r));
        var turned = Matrix.Transposed(columns, size);
        var factor = 1f / (2 * size * Temperature);
        for (var i = 0; i < similarity.Length; i++)
        {
            similarity[i] = (similarity[i] + turned[i]) * factor;
        }

        return losses.Sum();
    }

    /// <summary>Through the normalisation: the part along the vector itself is taken out.</summary>
    private void Backward(float[] units, float[] norms, float[] gradients) => Parallel.For(0, norms.Length, _threads, t =>
    {
        var unit = units.AsSpan(t * Dimensions, Dimensions);
        var gradient = gradients.AsSpan(t * Dimensions, Dimensions);
        TensorPrimitives.MultiplyAdd(unit, -TensorPrimitives.Dot<float>(unit, gradient), gradient, gradient);
        TensorPrimitives.Divide(gradient, norms[t], gradient);
    });

    /// <summary>Each touched row sums its texts' gradients in a fixed order, so the result does not depend on the number of threads.</summary>
    private void Update(Batch batch, float[] dLeft, float[] dRight, float rate)
    {
        var first = new Dictionary<int, int>();
        var (texts, next) = (new List<int>(), new List<int>());
        void Link(int[][] side, int offset)
        {
            for (var t = 0; t < side.Length; t++)
            {
                foreach (var row in side[t])
                {
                    next.Add(first.GetValueOrDefault(row, -1));
                    first[row] = texts.Count;
                    texts.Add(t + offset);
                }
            }
        }

        var size = batch.Groups.Length;
        Link(batch.Left, 0);
        Link(batch.Right, size);
        Parallel.ForEach(first, _threads, entry =>
        {
            Span<float> gradient = stackalloc float[Dimensions];
            gradient.Clear();
            for (var at = entry.Value; at >= 0; at = next[at])
            {
                var text = texts[at];
                TensorPrimitives.Add(gradient, text < size ? dLeft.AsSpan(text * Dimensions, Dimensions) : dRight.AsSpan((text - size) * Dimensions, Dimensions), gradient);
            }

            var square = TensorPrimitives.SumOfSquares<float>(gradient) / Dimensions;
            ref var rms = ref _rms[entry.Key];
            rms = rms == 0 ? square : Decay * rms + (1 - Decay) * square;
            var row = Values.AsSpan(entry.Key * Dimensions, Dimensions);
            TensorPrimitives.MultiplyAdd(gradient, -rate / (MathF.Sqrt(rms) + 1e-9f), row, row);
        });
    }

    private static double Gaussian(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
