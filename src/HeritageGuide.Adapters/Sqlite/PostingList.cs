namespace HeritageGuide.Adapters.Sqlite;

/// <summary>
/// The rows in which a term stands, as it is built: for each the distance from the row before in groups of seven bits, then one byte: while it is
/// built the count (255 stands for all above), in the file the impact, see <see cref="WordSearch"/>.
/// </summary>
internal sealed class PostingList
{
    private byte[] _bytes = new byte[8];
    private int _length;
    private int _last = -1;

    /// <summary>In how many rows the term stands.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows must come in ascending order.</summary>
    public void Add(int row, int count)
    {
        if (_length + 6 > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var distance = row - _last;
        for (; distance > 127; distance >>= 7)
        {
            _bytes[_length++] = (byte)(distance | 128);
        }

        _bytes[_length++] = (byte)distance;
        _bytes[_length++] = (byte)Math.Min(count, byte.MaxValue);
        _last = row;
        Rows++;
    }

    /// <summary>The bytes for the file.</summary>
    /// <param name="impact">Of a row and a count.</param>
    public byte[] ToBytes(Func<int, int, byte> impact)
    {
        var bytes = _bytes[.._length];
        var reader = new PostingReader(bytes);
        while (reader.Read())
        {
            bytes[reader.At - 1] = impact(reader.Row, reader.Byte);
        }

        return bytes;
    }
}

/// <summary>Reads what a <see cref="PostingList"/> wrote.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where the next row begins.</summary>
    public int At { get; private set; }

    public int Row { get; private set; } = -1;

    /// <summary>What stands beside the row: its count or its impact.</summary>
    public byte Byte { get; private set; }

    public bool Read()
    {
        if (At >= _bytes.Length)
        {
            return false;
        }

        int read = _bytes[At++];
        var distance = read & 127;
        for (var shift = 7; read > 127; shift += 7)
        {
            read = _bytes[At++];
            distance |= (read & 127) << shift;
        }

        Row += distance;
        Byte = _bytes[At++];
        return true;
    }
}
