using HeritageGuide.Core.Answers;

namespace HeritageGuide.Cli.Training;

/// <summary>A scorer while it is learned, by Adam's steps; its weights are pulled towards where they started, its units towards nothing.</summary>
internal sealed class ScorerFit
{
    private const double Rate = 0.004;
    private const double Pull = 2e-4;
    private readonly double[] _start;
    private readonly int _features;
    private readonly int _units;
    private readonly double[] _values;
    private readonly double[] _gradient;
    private readonly double[] _mean;
    private readonly double[] _square;
    private int _step;

    public ScorerFit(Scorer start, int units)
    {
        (_start, _features, _units) = (start.Weights, start.Weights.Length, units);
        var count = _features + units * (_features + 2);
        (_values, _gradient, _mean, _square) = (new double[count], new double[count], new double[count], new double[count]);
        _start.CopyTo(_values, 0);
        var chance = new Random(1);
        for (var i = _features; i < count; i++)
        {
            _values[i] = (chance.NextDouble() - 0.5) * 0.5;
        }
    }

    /// <summary>The scorer as it stands.</summary>
    public Scorer Scorer => new(
        _values[.._features],
        [.. Enumerable.Range(0, _units).Select(u => _values[Start(u)..(Start(u) + _features + 1)])],
        [.. Enumerable.Range(0, _units).Select(u => _values[Start(u) + _features + 1])]);

    /// <summary>Goes through the examples a number of times, in an order that is the same in every run.</summary>
    /// <param name="examples">What is learned from.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="slopes">For an example, the rows of features that matter and by how much its loss grows with the score of each.</param>
    public Scorer Fit<T>(IReadOnlyList<T> examples, int rounds, Func<Scorer, T, IEnumerable<(double[] Row, double Slope)>> slopes)
    {
        const int batch = 32;
        var chance = new Random(2);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            chance.Shuffle(order);
            foreach (var chunk in order.Chunk(batch))
            {
                Array.Clear(_gradient);
                var scorer = Scorer;
                foreach (var (row, slope) in chunk.SelectMany(i => slopes(scorer, examples[i])))
                {
                    Push(row, slope / chunk.Length);
                }

                Step(Rate * (1 - (double)round / rounds));
            }
        }

        return Scorer;
    }

    private int Start(int unit) => _features + unit * (_features + 2);

    private void Push(double[] row, double push)
    {
        for (var f = 0; f < _features; f++)
        {
            _gradient[f] += push * row[f];
        }

        for (var start = _features; start < _values.Length; start += _features + 2)
        {
            var value = _values[start + _features];
            for (var f = 0; f < _features; f++)
            {
                value += _values[start + f] * row[f];
            }

            if (value <= 0)
            {
                continue;
            }

            var output = _values[start + _features + 1];
            _gradient[start + _features + 1] += push * value;
            _gradient[start + _features] += push * output;
            for (var f = 0; f < _features; f++)
            {
                _gradient[start + f] += push * output * row[f];
            }
        }
    }

    private void Step(double rate)
    {
        _step++;
        var (ofMean, ofSquare) = (1 - Math.Pow(0.9, _step), 1 - Math.Pow(0.999, _step));
        for (var i = 0; i < _values.Length; i++)
        {
            var gradient = _gradient[i] + Pull * (_values[i] - (i < _features ? _start[i] : 0));
            _mean[i] = 0.9 * _mean[i] + 0.1 * gradient;
            _square[i] = 0.999 * _square[i] + 0.001 * gradient * gradient;
            _values[i] -= rate * _mean[i] / ofMean / (Math.Sqrt(_square[i] / ofSquare) + 1e-8);
        }
    }
}
