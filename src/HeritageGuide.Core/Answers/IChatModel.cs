namespace HeritageGuide.Core.Answers;

/// <summary>
/// A language model that fills in one of the guide's prompts and streams its text. Safe to call from many threads. Throws
/// <see cref="ChatModelException"/> when it cannot answer, for whatever reason: the caller falls back.
/// </summary>
public interface IChatModel
{
    /// <summary>Name of the model, as it is shown beside answers.</summary>
    string Name { get; }

    /// <summary>Pieces of text as they come.</summary>
    /// <param name="prompt">Name of a file under <c>prompts/</c>, without its ending.</param>
    /// <param name="values">A value for each input variable; they are encoded, so that none can open a message.</param>
    /// <param name="cancel">Stops the stream.</param>
    IAsyncEnumerable<string> WriteAsync(string prompt, IReadOnlyDictionary<string, object> values, CancellationToken cancel);
}

/// <summary>The model did not answer: slow, broken, over budget or refusing.</summary>
public sealed class ChatModelException(string reason, Exception? inner = null) : Exception(reason, inner);
