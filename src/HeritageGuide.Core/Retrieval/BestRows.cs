namespace HeritageGuide.Core.Retrieval;

/// <summary>Keeps the rows with the highest scores; of equal ones the earlier row.</summary>
public sealed class BestRows(int limit)
{
    private readonly PriorityQueue<int, (float Score, int Later)> _rows = new(limit + 1);
    private float _floor = float.NegativeInfinity;

    /// <summary>Rows must come in ascending order.</summary>
    public void Add(int row, float score)
    {
        if (limit == 0 || _rows.Count == limit && score <= _floor)
        {
            return;
        }

        _rows.Enqueue(row, (score, -row));
        if (_rows.Count > limit)
        {
            _rows.Dequeue();
        }

        _rows.TryPeek(out _, out var worst);
        _floor = worst.Score;
    }

    /// <summary>The rows kept, best first.</summary>
    public List<(int Row, float Score)> Take()
    {
        var rows = new List<(int, float)>(_rows.Count);
        while (_rows.TryDequeue(out var row, out var place))
        {
            rows.Add((row, place.Score));
        }

        rows.Reverse();
        return rows;
    }
}
