using System.Runtime.InteropServices;
using Google.Protobuf;
using HeritageGuide.Adapters.Models;
using HeritageGuide.Adapters.Onnx;

namespace HeritageGuide.OnnxRuntime.Tests;

/// <summary>A whole sentence transformer that can be checked by hand: token t's vector is (t, 1, 0), and a vocabulary of a dozen pieces.</summary>
internal static class TinyModel
{
    public const int Dimensions = 3;
    private const int Tokens = 40;

    /// <summary>Piece n of this list has the model's token number n + 1, the first three aside.</summary>
    public static readonly string[] Pieces = ["<unk>", "<s>", "</s>", "▁", "▁Tầm", "▁Vu", "▁trận", "▁đánh", "q", ":", "p", "▁market", "chợ"];

    public static ModelEntry Entry { get; } = new() { Id = "tiny", Kind = "sentence-transformer", Licence = "none", Dimensions = Dimensions, MaxTokens = 16, Files = [] };

    public static string WriteTo(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "sentencepiece.bpe.model"), SentencePieces());
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Onnx());
        return folder;
    }

    private static byte[] Onnx()
    {
        var table = Enumerable.Range(0, Tokens).SelectMany(t => (float[])[t, 1, 0]).ToArray();
        return new ProtoWriter().Number(1, 8)
            .Message(7, g => g
                .Message(1, n => n.Text(1, "table").Text(1, "input_ids").Text(2, "last_hidden_state").Text(3, "gather").Text(4, "Gather"))
                .Text(2, "tiny")
                .Message(5, t => t.Number(1, Tokens).Number(1, Dimensions).Number(2, 1).Text(8, "table").Bytes(9, MemoryMarshal.AsBytes(table.AsSpan())))
                .Message(11, v => Value(v, "input_ids", 7, ["batch", "tokens"]))
                .Message(11, v => Value(v, "attention_mask", 7, ["batch", "tokens"]))
                .Message(12, v => Value(v, "last_hidden_state", 1, ["batch", "tokens", "3"])))
            .Message(8, o => o.Text(1, "").Number(2, 17)).Written.ToArray();
    }

    private static void Value(ProtoWriter value, string name, int type, string[] dims) => value.Text(1, name).Message(2, t => t.Message(1, tensor => tensor
        .Number(1, type)
        .Message(2, shape =>
        {
            foreach (var dim in dims)
            {
                shape.Message(1, d => _ = int.TryParse(dim, out var n) ? d.Number(1, n) : d.Text(2, dim));
            }
        })));

    // SentencePiece's ModelProto: pieces (1: text, 2: score, 3: kind), trainer (2), normalizer (3).
    private static byte[] SentencePieces() => Message(file =>
    {
        for (var i = 0; i < Pieces.Length; i++)
        {
            var (piece, kind) = (Pieces[i], i switch { 0 => 2, 1 or 2 => 3, _ => 1 });
            Field(file, 1, Message(p =>
            {
                Field(p, 1, System.Text.Encoding.UTF8.GetBytes(piece));
                p.WriteTag(2, WireFormat.WireType.Fixed32);
                p.WriteFloat(kind == 1 ? -piece.Length : 0);
                Number(p, 3, kind);
            }));
        }

        Field(file, 2, Message(t =>
        {
            Number(t, 3, 1);
            Number(t, 40, 0);
            Number(t, 41, 1);
            Number(t, 42, 2);
        }));
        Field(file, 3, Message(n =>
        {
            Number(n, 3, 1);
            Number(n, 4, 1);
            Number(n, 5, 1);
        }));
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }

    private static void Field(CodedOutputStream to, int number, byte[] bytes)
    {
        to.WriteTag(number, WireFormat.WireType.LengthDelimited);
        to.WriteBytes(ByteString.CopyFrom(bytes));
    }

    private static void Number(CodedOutputStream to, int number, int value)
    {
        to.WriteTag(number, WireFormat.WireType.Varint);
        to.WriteInt32(value);
    }
}
