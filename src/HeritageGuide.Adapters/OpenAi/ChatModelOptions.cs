namespace HeritageGuide.Adapters.OpenAi;

/// <summary>Which language model words answers: any server that speaks OpenAI's API.</summary>
public sealed record ChatModelOptions
{
    /// <summary>Address that ends in <c>/v1</c> (<c>HERITAGE_CHAT_URL</c>): OpenAI, Azure OpenAI's v1 endpoint, Ollama, vLLM, llama.cpp.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the model (<c>HERITAGE_CHAT_MODEL</c>).</summary>
    public required string Model { get; init; }

    /// <summary>Key (<c>HERITAGE_CHAT_KEY</c>); local servers take any.</summary>
    public string Key { get; init; } = ServerSettings.NoKey;

    /// <summary>Seconds until the first word and between words (<c>HERITAGE_CHAT_TIMEOUT</c>).</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Seconds for a whole answer.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Answers a day (<c>HERITAGE_CHAT_DAILY</c>); after that the dossiers' own words answer.</summary>
    public int Daily { get; init; } = 5_000;

    /// <summary>Answers at a time (<c>HERITAGE_CHAT_PARALLEL</c>).</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>The settings, or null where no model is configured.</summary>
    public static ChatModelOptions? From(Func<string, string?> setting)
    {
        int Number(string name, int otherwise) => ServerSettings.Number(setting, name) ?? otherwise;
        return ServerSettings.From(setting, "HERITAGE_CHAT") is { } server
            ? new ChatModelOptions
            {
                Url = server.Url,
                Model = server.Model,
                Key = server.Key,
                Patience = TimeSpan.FromSeconds(Number("HERITAGE_CHAT_TIMEOUT", 8)),
                Daily = Number("HERITAGE_CHAT_DAILY", 5_000),
                Parallel = Number("HERITAGE_CHAT_PARALLEL", 4),
            }
            : null;
    }
}
