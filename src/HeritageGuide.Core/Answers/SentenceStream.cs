using System.Text;
using System.Text.Json;

namespace HeritageGuide.Core.Answers;

/// <summary>A sentence as a model wrote it, before it is proven.</summary>
public sealed record WrittenSentence(string Text, IReadOnlyList<string> Claims);

/// <summary>
/// Takes a model's JSON as it streams and gives each sentence of <c>{"sentences":[{"text","claims"}]}</c> as soon as its object is closed.
/// What is not such an object is passed over.
/// </summary>
public sealed class SentenceStream
{
    private const int LongestAnswer = 20_000;
    private readonly StringBuilder _object = new();
    private int _depth;
    private int _length;
    private bool _inString;
    private bool _escaped;

    /// <summary>The sentences that this piece of text completes.</summary>
    public IEnumerable<WrittenSentence> Feed(string piece)
    {
        _length += piece.Length;
        if (_length > LongestAnswer)
        {
            throw new ChatModelException("the answer has no end");
        }

        var complete = new List<WrittenSentence>();
        foreach (var c in piece)
        {
            if (_depth >= 2)
            {
                _object.Append(c);
            }

            if (_inString)
            {
                (_inString, _escaped) = _escaped ? (true, false) : c == '\\' ? (true, true) : (c != '"', false);
                continue;
            }

            switch (c)
            {
                case '"':
                    _inString = _depth > 0;
                    break;
                case '{':
                    if (++_depth == 2)
                    {
                        _object.Clear().Append(c);
                    }

                    break;
                case '}':
                    if (_depth-- == 2 && Parse(_object.ToString()) is { } sentence)
                    {
                        complete.Add(sentence);
                    }

                    _depth = Math.Max(0, _depth);
                    break;
            }
        }

        return complete;
    }

    private static WrittenSentence? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && document.RootElement.TryGetProperty("claims", out var claims) && claims.ValueKind == JsonValueKind.Array
                ? new WrittenSentence(text.GetString()!, [.. claims.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!)])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
