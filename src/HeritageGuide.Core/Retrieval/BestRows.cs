using System.Runtime.CompilerServices;

namespace HeritageGuide.Core.Retrieval;

/// <summary>Keeps the rows with the highest scores; of equal ones the earlier row.</summary>
public sealed class BestRows(int limit)
{
    // Score and row in one number: one comparison.
    private readonly PriorityQueue<int, long> _rows = new(limit + 1);

    /// <summary>What a row must exceed to be kept.</summary>
    public float Floor { get; private set; } = limit == 0 ? float.PositiveInfinity : float.NegativeInfinity;

    /// <summary>Rows must come in ascending order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row, float score)
    {
        if (score > Floor)
        {
            Keep(row, score);
        }
    }

    /// <summary>The rows kept, best first.</summary>
    public List<(int Row, float Score)> Take()
    {
        var rows = new List<(int, float)>(_rows.Count);
        while (_rows.TryDequeue(out var row, out var place))
        {
            rows.Add((row, ScoreAt(place)));
        }

        rows.Reverse();
        return rows;
    }

    private void Keep(int row, float score)
    {
        if (_rows.Count < limit)
        {
            _rows.Enqueue(row, Place(row, score));
        }
        else
        {
            _rows.EnqueueDequeue(row, Place(row, score));
        }

        if (_rows.Count == limit && _rows.TryPeek(out _, out var worst))
        {
            Floor = ScoreAt(worst);
        }
    }

    // The bits of a float order as a whole number does, those of negative ones the other way round.
    private static long Place(int row, float score) => (long)Ordered(BitConverter.SingleToInt32Bits(score + 0f)) << 32 | (uint)~row;

    private static float ScoreAt(long place) => BitConverter.Int32BitsToSingle(Ordered((int)(place >> 32)));

    private static int Ordered(int bits) => bits < 0 ? bits ^ int.MaxValue : bits;
}
