using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace HeritageGuide.Web.Tests;

/// <summary>The guide with the shipped corpus and a data folder of its own, spoken to as visitors and apps speak to it.</summary>
public sealed class GuideFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("heritage-web").FullName;

    public const string CurationKey = "key of the tests";

    public static string Root { get; } = FindRoot();

    /// <summary>Where the guide listens; a browser can open it.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    public async Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        for (var i = 0; i < 600; i++)
        {
            using var ready = await CreateClient().GetAsync("/readyz");
            if (ready.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The guide did not become ready.");
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    public async Task<HttpResponseMessage> ScanAsync(string code, string acceptLanguage = "vi", string query = "")
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        return await client.GetAsync($"/q/{code}{query}");
    }

    public async Task<JsonElement> AskAsync(string question, string? lang = null, string? stop = null, string? conversation = null)
    {
        using var response = await CreateClient().PostAsJsonAsync("/api/v1/ask", new { question, lang, stop, conversation });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> GetAsync(string path) => await CreateClient().GetFromJsonAsync<JsonElement>(path);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("HERITAGE_DATA", _data);
        builder.UseSetting("HERITAGE_CORPUS", Path.Combine(Root, "corpus"));
        builder.UseSetting("HERITAGE_MODELS", Path.Combine(Root, "models"));
        builder.UseSetting("HERITAGE_PUBLIC_URL", "https://disan.example.vn");
        builder.UseSetting("HERITAGE_CURATION_KEY", CurationKey);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HeritageGuide.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}

[CollectionDefinition("guide")]
public sealed class GuideCollection : ICollectionFixture<GuideFactory>;
