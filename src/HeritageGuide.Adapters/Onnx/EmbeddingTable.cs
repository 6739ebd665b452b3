using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace HeritageGuide.Adapters.Onnx;

/// <summary>The shipped model's table: one row of signed bytes a feature, with the number that one step of the row is worth.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Dimensions">Numbers in a row.</param>
/// <param name="Bytes">Rows × dimensions signed bytes.</param>
/// <param name="Scales">One factor a row.</param>
public sealed record EmbeddingTable(int Rows, int Dimensions, sbyte[] Bytes, float[] Scales)
{
    private const int Int8 = 3;
    private const int Float = 1;
    private const int Int64 = 7;

    /// <summary>Rounds rows of floats to signed bytes, each row by its own scale.</summary>
    public static EmbeddingTable Quantize(float[] values, int dimensions)
    {
        var rows = values.Length / dimensions;
        var (bytes, scales) = (new sbyte[values.Length], new float[rows]);
        for (var r = 0; r < rows; r++)
        {
            var row = values.AsSpan(r * dimensions, dimensions);
            scales[r] = Math.Abs(TensorPrimitives.MaxMagnitude(row)) / 127f;
            for (var i = 0; i < dimensions && scales[r] > 0; i++)
            {
                bytes[r * dimensions + i] = (sbyte)Math.Round(row[i] / scales[r]);
            }
        }

        return new EmbeddingTable(rows, dimensions, bytes, scales);
    }

    /// <summary>
    /// Writes the model as ONNX. Input <c>rows</c>: int64 [units, features], padded with -1; outputs <c>units</c>: float [units, dimensions],
    /// the sum of each unit's rows, and <c>text</c>: float [1, dimensions], their sum at unit length.
    /// </summary>
    public byte[] ToOnnx()
    {
        // The padding row is one more row of zeros; Gather reads -1 as the last row.
        var padded = new sbyte[(Rows + 1) * Dimensions];
        Bytes.CopyTo(padded, 0);
        var scales = new float[Rows + 1];
        Scales.CopyTo(scales, 0);
        var model = new ProtoWriter()
            .Number(1, 8).Text(2, "HeritageGuide").Text(3, "1")
            .Message(7, graph => graph
                .Message(1, n => Node(n, "Gather", ["table", "rows"], "steps"))
                .Message(1, n => Node(n, "Cast", ["steps"], "numbers", ("to", Float)))
                .Message(1, n => Node(n, "Gather", ["scale", "rows"], "factors"))
                .Message(1, n => Node(n, "Mul", ["numbers", "factors"], "features"))
                .Message(1, n => Node(n, "ReduceSum", ["features", "axis1"], "units", ("keepdims", 0)))
                .Message(1, n => Node(n, "ReduceSum", ["units", "axis0"], "sum", ("keepdims", 1)))
                .Message(1, n => Node(n, "LpNormalization", ["sum"], "text", ("axis", -1), ("p", 2)))
                .Text(2, "heritage-embedding")
                .Message(5, t => Tensor(t, "table", Int8, [Rows + 1, Dimensions], MemoryMarshal.AsBytes(padded.AsSpan()).ToArray()))
                .Message(5, t => Tensor(t, "scale", Float, [Rows + 1, 1], MemoryMarshal.AsBytes(scales.AsSpan()).ToArray()))
                .Message(5, t => Tensor(t, "axis0", Int64, [1], MemoryMarshal.AsBytes((ReadOnlySpan<long>)[0L]).ToArray()))
                .Message(5, t => Tensor(t, "axis1", Int64, [1], MemoryMarshal.AsBytes((ReadOnlySpan<long>)[1L]).ToArray()))
                .Message(11, v => Value(v, "rows", Int64, ["units", "features"]))
                .Message(12, v => Value(v, "units", Float, ["units", Dimensions]))
                .Message(12, v => Value(v, "text", Float, [1, Dimensions])))
            .Message(8, opset => opset.Text(1, "").Number(2, 17));
        return model.Written.ToArray();
    }

    /// <summary>Reads the table back out of the ONNX file.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model.</exception>
    public static EmbeddingTable FromOnnx(ReadOnlySpan<byte> onnx)
    {
        sbyte[]? bytes = null;
        float[]? scales = null;
        var dimensions = 0;
        var model = new ProtoReader(onnx);
        while (model.Read())
        {
            if (model.Field != 7)
            {
                continue;
            }

            var graph = new ProtoReader(model.Bytes);
            while (graph.Read())
            {
                if (graph.Field != 5)
                {
                    continue;
                }

                var (name, dims, data) = ReadTensor(graph.Bytes);
                if (name == "table")
                {
                    dimensions = (int)dims[1];
                    bytes = MemoryMarshal.Cast<byte, sbyte>(data[..^dimensions]).ToArray();
                }
                else if (name == "scale")
                {
                    scales = MemoryMarshal.Cast<byte, float>(data[..^sizeof(float)]).ToArray();
                }
            }
        }

        return bytes is null || scales is null || bytes.Length != scales.Length * dimensions
            ? throw new InvalidDataException("The ONNX file holds no embedding table.")
            : new EmbeddingTable(scales.Length, dimensions, bytes, scales);
    }

    private static (string Name, List<long> Dims, byte[] Data) ReadTensor(ReadOnlySpan<byte> message)
    {
        var (name, dims, data) = ("", new List<long>(), Array.Empty<byte>());
        var tensor = new ProtoReader(message);
        while (tensor.Read())
        {
            switch (tensor.Field)
            {
                case 1:
                    dims.Add(tensor.Number);
                    break;
                case 8:
                    name = Encoding.UTF8.GetString(tensor.Bytes);
                    break;
                case 9:
                    data = tensor.Bytes.ToArray();
                    break;
            }
        }

        return (name, dims, data);
    }

    private static void Node(ProtoWriter node, string type, string[] inputs, string output, params (string Name, long Value)[] attributes)
    {
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, output).Text(4, type);
        foreach (var (name, value) in attributes)
        {
            // 20 says that the attribute is a whole number.
            node.Message(5, a => a.Text(1, name).Number(3, value).Number(20, 2));
        }
    }

    private static void Tensor(ProtoWriter tensor, string name, int type, long[] dims, byte[] data)
    {
        foreach (var dim in dims)
        {
            tensor.Number(1, dim);
        }

        tensor.Number(2, type).Text(8, name).Bytes(9, data);
    }

    private static void Value(ProtoWriter value, string name, int type, object[] dims) => value.Text(1, name).Message(2, t => t.Message(1, tensor => tensor
        .Number(1, type)
        .Message(2, shape =>
        {
            foreach (var dim in dims)
            {
                shape.Message(1, d => _ = dim is int n ? d.Number(1, n) : d.Text(2, (string)dim));
            }
        })));
}
