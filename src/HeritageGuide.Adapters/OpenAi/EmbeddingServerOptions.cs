namespace HeritageGuide.Adapters.OpenAi;

/// <summary>Which server embeds texts: any that speaks OpenAI's API.</summary>
public sealed record EmbeddingServerOptions
{
    /// <summary>Address that ends in <c>/v1</c> (<c>HERITAGE_EMBEDDING_URL</c>): OpenAI, Azure OpenAI's v1 endpoint, Ollama, vLLM, llama.cpp.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the model (<c>HERITAGE_EMBEDDING_MODEL</c>).</summary>
    public required string Model { get; init; }

    /// <summary>Key (<c>HERITAGE_EMBEDDING_KEY</c>); local servers take any.</summary>
    public string Key { get; init; } = ServerSettings.NoKey;

    /// <summary>Length of a vector that is asked for (<c>HERITAGE_EMBEDDING_DIMENSIONS</c>); null for the model's own.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Texts a request (<c>HERITAGE_EMBEDDING_BATCH</c>).</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Seconds for a request (<c>HERITAGE_EMBEDDING_TIMEOUT</c>); a question waits no longer than <see cref="QuestionPatience"/>.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan QuestionPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Pause before a request that failed in passing is sent again; it doubles.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What the model wants before a question and before a passage (<c>HERITAGE_EMBEDDING_QUERY_PREFIX</c>, <c>…_PASSAGE_PREFIX</c>).</summary>
    public string QueryPrefix { get; init; } = "";

    public string PassagePrefix { get; init; } = "";

    /// <summary>The settings, or null where no server is configured.</summary>
    public static EmbeddingServerOptions? From(Func<string, string?> setting)
    {
        int? Number(string name) => ServerSettings.Number(setting, name);
        return ServerSettings.From(setting, "HERITAGE_EMBEDDING") is { } server
            ? new EmbeddingServerOptions
            {
                Url = server.Url,
                Model = server.Model,
                Key = server.Key,
                Dimensions = Number("HERITAGE_EMBEDDING_DIMENSIONS"),
                Batch = Number("HERITAGE_EMBEDDING_BATCH") ?? 64,
                Patience = TimeSpan.FromSeconds(Number("HERITAGE_EMBEDDING_TIMEOUT") ?? 30),
                QueryPrefix = setting("HERITAGE_EMBEDDING_QUERY_PREFIX") ?? "",
                PassagePrefix = setting("HERITAGE_EMBEDDING_PASSAGE_PREFIX") ?? "",
            }
            : null;
    }
}
