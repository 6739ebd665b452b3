using System.Collections.Concurrent;
using HeritageGuide.Core.Retrieval;

namespace HeritageGuide.Training;

/// <summary>
/// Draws the batches ahead of the steps that use them, several at once: batch n depends on the seed and on n alone,
/// so the same steps follow whatever the number of threads.
/// </summary>
internal sealed class TrainingBatches
{
    private const int Size = 1_024;
    private readonly TrainingPairs _pairs;
    private readonly FeatureVocabulary _vocabulary;
    private readonly int _seed;
    private readonly ConcurrentDictionary<string, int[]> _rows = new();
    private readonly Queue<Task<TrainedTable.Batch>> _ahead = new();
    private int _drawn;

    public TrainingBatches(TrainingPairs pairs, FeatureVocabulary vocabulary, int seed, int threads)
    {
        (_pairs, _vocabulary, _seed) = (pairs, vocabulary, seed);
        for (var i = 0; i < threads; i++)
        {
            Order();
        }
    }

    public TrainedTable.Batch Next()
    {
        Order();
        return _ahead.Dequeue().GetAwaiter().GetResult();
    }

    private void Order()
    {
        var number = _drawn++;
        _ahead.Enqueue(Task.Run(() => Draw(new Random(unchecked(_seed + 7_919 * number)))));
    }

    private TrainedTable.Batch Draw(Random chance)
    {
        var drawn = _pairs.Batch(Size, chance);
        var (left, right) = (new int[Size][], new int[Size][]);
        for (var i = 0; i < Size; i++)
        {
            left[i] = drawn[i].IsPart ? RowsOf(drawn[i].Left) : _rows.GetOrAdd(drawn[i].Left, RowsOf);
            right[i] = _rows.GetOrAdd(drawn[i].Right, RowsOf);
        }

        return new TrainedTable.Batch(left, right, [.. drawn.Select(d => d.Group)]);
    }

    private int[] RowsOf(string text) => [.. _vocabulary.RowsOf(text).SelectMany(r => r)];
}
