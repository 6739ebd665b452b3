using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HeritageGuide.Core.Answers;
using Microsoft.Extensions.AI;
using OpenAI;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>A chat model through the official OpenAI client, seen as <see cref="IChatClient"/>; asks for structured output.</summary>
public sealed class OpenAiChatModel : IChatModel, IDisposable
{
    private static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>("""
        {"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":{"type":"array","items":{"type":"object","additionalProperties":false,
        "required":["text","claims"],"properties":{"text":{"type":"string"},"claims":{"type":"array","items":{"type":"string"}}}}}}}
        """);

    private readonly IChatClient _client;
    private readonly ChatModelOptions _options;
    private readonly Func<string, PromptFile> _prompts;

    public OpenAiChatModel(ChatModelOptions options, Func<string, PromptFile> prompts)
    {
        _options = options;
        _prompts = prompts;
        // Retries are the guard's business, so that they are counted and can be stopped.
        _client = new OpenAIClient(new ApiKeyCredential(options.Key), new OpenAIClientOptions { Endpoint = options.Url, RetryPolicy = new ClientRetryPolicy(0) }).GetChatClient(options.Model).AsIChatClient();
    }

    public string Name => _options.Model;

    public async IAsyncEnumerable<string> WriteAsync(string prompt, IReadOnlyDictionary<string, object> values, [EnumeratorCancellation] CancellationToken cancel)
    {
        var file = _prompts(prompt);
        var messages = file.Render(values).Select(m => new ChatMessage(new ChatRole(m.Role), m.Text)).ToList();
        var settings = file.Source.ExecutionSettings.GetValueOrDefault("default") ?? [];
        var options = new ChatOptions
        {
            Temperature = Number(settings, "temperature"),
            MaxOutputTokens = (int?)Number(settings, "max_tokens"),
            ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "answer"),
        };
        var finished = false;
        await foreach (var update in _client.GetStreamingResponseAsync(messages, options, cancel))
        {
            finished |= update.FinishReason == ChatFinishReason.Stop;
            if (update.FinishReason == ChatFinishReason.ContentFilter)
            {
                throw new ChatModelException("the model refused");
            }

            if (update.Text.Length > 0)
            {
                yield return update.Text;
            }
        }

        if (!finished)
        {
            throw new ChatModelException("the stream ended before the answer did");
        }
    }

    public void Dispose() => _client.Dispose();

    private static float? Number(Dictionary<string, string> settings, string key) =>
        settings.TryGetValue(key, out var text) && float.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
