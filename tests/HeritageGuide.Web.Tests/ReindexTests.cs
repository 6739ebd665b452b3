using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace HeritageGuide.Web.Tests;

/// <summary>Another embedding model: its index is built while the guide goes on answering, and swapped in when it is complete.</summary>
public sealed class ReindexTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heritage-reindex").FullName;
    private readonly TaskCompletionSource _gate = new();
    private WebApplication _server = null!;
    private volatile int _passages;
    private volatile bool _isAway;

    public async Task InitializeAsync()
    {
        CopyCorpus();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/v1/embeddings", (Delegate)EmbedAsync);
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_guide_answers_while_another_models_index_is_built_and_then_uses_it()
    {
        await using (var guide = new Guide(this))
        {
            var client = guide.CreateClient();
            var meanwhile = await ReadyAsync(client, r => r.GetProperty("step").GetString()!.StartsWith("reindexing", StringComparison.Ordinal));
            meanwhile.GetProperty("embeddingModel").GetString().ShouldNotBeNull().ShouldStartWith("heritage-embedding@");
            meanwhile.GetProperty("degraded").ToString().ShouldContain("answers meanwhile");
            await AnswersAsync(client);

            _gate.SetResult();
            var ready = await ReadyAsync(client, r => r.GetProperty("step").GetString() == "ready");

            ready.GetProperty("embeddingModel").GetString().ShouldNotBeNull().ShouldStartWith("openai:numbers@");
            ready.GetProperty("degraded").GetArrayLength().ShouldBe(0);
            ready.GetProperty("passages").GetInt32().ShouldBe(meanwhile.GetProperty("passages").GetInt32());
            await AnswersAsync(client);

            // Its server goes away: words answer, and the guide says so.
            _isAway = true;
            await AnswersAsync(client);
            (await client.GetFromJsonAsync<JsonElement>("/readyz")).GetProperty("degraded").ToString().ShouldContain("does not answer");
            _isAway = false;
        }

        var made = _passages;
        await using (var again = new Guide(this))
        {
            await ReadyAsync(again.CreateClient(), r => r.GetProperty("step").GetString() == "ready");
            _passages.ShouldBeLessThanOrEqualTo(made + 1, "the index was complete: nothing is embedded anew but the word that asks whether the server is there");
        }
    }

    private static async Task AnswersAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/vi/dossiers/tam-vu");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/search?q=Tầm%20Vu&lang=vi")).GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        using var asked = await client.PostAsJsonAsync("/api/v1/ask", new { question = "Who led battle II of Tầm Vu?" });
        (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString().ShouldBe("answered");
    }

    private static async Task<JsonElement> ReadyAsync(HttpClient client, Func<JsonElement, bool> until)
    {
        var last = "";
        for (var i = 0; i < 600; i++)
        {
            using var response = await client.GetAsync("/readyz");
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            last = body.ToString();
            if (response.IsSuccessStatusCode && until(body))
            {
                return body;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The guide did not come that far: " + last);
    }

    // Vectors follow from the text alone; the first answer is free, the rest waits at the gate.
    private async Task<IResult> EmbedAsync(HttpContext context)
    {
        using var body = (await JsonDocument.ParseAsync(context.Request.Body))!;
        if (_isAway || body.RootElement.GetProperty("model").GetString() != "numbers")
        {
            return Results.StatusCode(503);
        }

        var input = body.RootElement.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(t => t.GetString()!)];
        if (Interlocked.Add(ref _passages, texts.Length) > 1)
        {
            await _gate.Task.WaitAsync(context.RequestAborted);
        }

        var data = texts.Select((t, index) => new { @object = "embedding", index, embedding = Convert.ToBase64String(MemoryMarshal.AsBytes(Vector(t).AsSpan())) });
        return Results.Json(new { @object = "list", data, model = "numbers", usage = new { prompt_tokens = 1, total_tokens = 1 } });
    }

    private static float[] Vector(string text)
    {
        var vector = new float[16];
        foreach (var letter in text)
        {
            vector[letter % 16]++;
        }

        return vector;
    }

    private void CopyCorpus()
    {
        var (from, to) = (Path.Combine(GuideFactory.Root, "corpus"), Path.Combine(_folder, "corpus"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(from, f)))
        {
            var parts = file.Split(Path.DirectorySeparatorChar);
            if (parts.Length == 1 || parts[0] == "dossiers" && parts[1] == "tam-vu")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
                File.Copy(Path.Combine(from, file), Path.Combine(to, file));
            }
        }
    }

    private sealed class Guide(ReindexTests test) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("HERITAGE_DATA", Path.Combine(test._folder, "data"));
            builder.UseSetting("HERITAGE_CORPUS", Path.Combine(test._folder, "corpus"));
            builder.UseSetting("HERITAGE_MODELS", Path.Combine(GuideFactory.Root, "models"));
            builder.UseSetting("HERITAGE_EMBEDDER", "openai");
            builder.UseSetting("HERITAGE_EMBEDDING_URL", test._server.Urls.First() + "/v1");
            builder.UseSetting("HERITAGE_EMBEDDING_MODEL", "numbers");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
