namespace HeritageGuide.Adapters.Qdrant;

/// <summary>Where Qdrant is, and how patient the guide is with it.</summary>
/// <param name="Url">REST address (<c>QDRANT_URL</c>), such as <c>https://qdrant:6333</c>.</param>
/// <param name="ApiKey">Key (<c>QDRANT_API_KEY</c>); empty for none.</param>
/// <param name="Alias">Name under which readers find the current collection (<c>QDRANT_ALIAS</c>).</param>
public sealed record QdrantOptions(Uri Url, string ApiKey, string Alias)
{
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The settings, or null where no Qdrant is configured.</summary>
    public static QdrantOptions? From(Func<string, string?> setting) =>
        Uri.TryCreate(setting("QDRANT_URL"), UriKind.Absolute, out var url) ? new QdrantOptions(url, setting("QDRANT_API_KEY") ?? "", setting("QDRANT_ALIAS") is { Length: > 0 } alias ? alias : "heritage") : null;
}
