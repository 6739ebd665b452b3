namespace HeritageGuide.Adapters.Sqlite;

/// <summary>The rows in which a term stands, as it is built: for each the distance from the row before and the count, in groups of seven bits.</summary>
internal sealed class PostingList
{
    private byte[] _bytes = new byte[8];
    private int _length;
    private int _last = -1;

    /// <summary>In how many rows the term stands.</summary>
    public int Rows { get; private set; }

    /// <summary>What is built so far, for <see cref="PostingReader"/>.</summary>
    public byte[] Bytes => _bytes[.._length];

    /// <summary>Rows must come in ascending order.</summary>
    public void Add(int row, int count)
    {
        Write(row - _last);
        Write(count);
        _last = row;
        Rows++;
    }

    private void Write(int value)
    {
        if (_length + 5 > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        for (; value > 127; value >>= 7)
        {
            _bytes[_length++] = (byte)(value | 128);
        }

        _bytes[_length++] = (byte)value;
    }
}

/// <summary>Reads what a <see cref="PostingList"/> wrote.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public int Row { get; private set; } = -1;
    public int Count { get; private set; }

    public bool Read()
    {
        if (_at >= _bytes.Length)
        {
            return false;
        }

        Row += Next();
        Count = Next();
        return true;
    }

    private int Next()
    {
        var (value, shift) = (0, 0);
        byte read;
        do
        {
            read = _bytes[_at++];
            value |= (read & 127) << shift;
            shift += 7;
        }
        while (read > 127);
        return value;
    }
}
