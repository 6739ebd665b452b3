namespace HeritageGuide.Adapters.Models;

/// <summary>A model that the guide can use, as <c>models/models.json</c> lists it.</summary>
public sealed record ModelEntry
{
    /// <summary>Name by which it is chosen and pulled.</summary>
    public required string Id { get; init; }

    /// <summary><c>feature-table</c> (the shipped model's shape) or <c>sentence-transformer</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Licence of the weights.</summary>
    public required string Licence { get; init; }

    /// <summary>Folder under <c>models/</c> where the model ships with the guide; null where it is pulled.</summary>
    public string? Ships { get; init; }

    /// <summary>Where the files are published, and which state of it; <c>main</c> where no revision is pinned.</summary>
    public string Repository { get; init; } = "";

    public string Revision { get; init; } = "main";

    /// <summary>Length of a vector.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Most tokens of a text; the rest is not read.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary><c>mean</c> of the tokens, or <c>cls</c>: the first token.</summary>
    public string Pooling { get; init; } = "mean";

    /// <summary><c>xlm-roberta</c> (a SentencePiece file) or <c>bert</c> (a word list).</summary>
    public string Tokenizer { get; init; } = "xlm-roberta";

    /// <summary>What some models want before a question and before a text that is to be found.</summary>
    public string QueryPrefix { get; init; } = "";

    public string PassagePrefix { get; init; } = "";

    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>Size of all files; 0 where one is unknown.</summary>
    public long Bytes => Files.Any(f => f.Bytes == 0) ? 0 : Files.Sum(f => f.Bytes);
}

/// <summary>One file of a model.</summary>
/// <param name="Name">Name on disk.</param>
/// <param name="Path">Path in its repository.</param>
/// <param name="Bytes">Size; 0 where unknown.</param>
/// <param name="Sha256">Published hash in lower-case hex; null where none is known and the first download is trusted.</param>
/// <param name="Repository">Its repository where it is another than the model's.</param>
/// <param name="Revision">Its revision there.</param>
public sealed record ModelFile(string Name, string Path, long Bytes, string? Sha256, string? Repository = null, string? Revision = null);
