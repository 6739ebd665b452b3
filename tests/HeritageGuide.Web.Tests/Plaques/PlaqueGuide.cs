using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HeritageGuide.Web.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HeritageGuide.Web.Tests.Plaques;

/// <summary>A guide with two dossiers in Vietnamese, English and Khmer, a register of its own that tests may write, and a clock that they turn.</summary>
public sealed class PlaqueGuide : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string FirstStop = "tam-vu-tuong-dai";
    public const string FirstCode = "MAMZ8";
    public const string SecondStop = "tam-vu-phu-dieu";
    public const string SecondCode = "8GHNN";
    public const string FirstBeacon = "ibeacon/f7826da6-4fa2-4e98-8024-bc5b71e0893e/1/1";
    public const string SecondBeacon = "ibeacon/f7826da6-4fa2-4e98-8024-bc5b71e0893e/1/2";
    private static readonly string[] s_dossiers = ["tam-vu", "phao-105-tam-vu"];
    private readonly string _folder = Directory.CreateTempSubdirectory("heritage-plaques").FullName;

    /// <summary>27 November 2026, ten in the morning; local time is UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));

    public string Data => Path.Combine(_folder, "data");

    public Uri Address => ClientOptions.BaseAddress;

    private string Corpus => Path.Combine(_folder, "corpus");

    public async Task InitializeAsync()
    {
        CopyCorpus();
        UseKestrel(0);
        StartServer();
        for (var i = 0; i < 600 && !(await CreateClient().GetAsync("/readyz")).IsSuccessStatusCode; i++)
        {
            await Task.Delay(200);
        }
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A phone in somebody's hand: it names itself and follows no redirect.</summary>
    public HttpClient Phone(string agent = "Mozilla/5.0 (Linux; Android 14) Mobile", IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        var client = new HttpClient(handler) { BaseAddress = Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        return client;
    }

    public async Task<JsonElement> CurateAsync(string path, HttpMethod? method = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/api/v1/curation/" + path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("X-Curation-Key", GuideFactory.CurationKey);
        using var response = await CreateClient().SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Adds a line to the register and lets the guide see it.</summary>
    public async Task RecordAsync(string line)
    {
        await File.AppendAllTextAsync(Path.Combine(Corpus, "plaques.tsv"), line + "\n");
        Clock.Advance(TimeSpan.FromSeconds(10));
    }

    /// <summary>Waits for what another thread does after the clock was turned.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("It did not come to hold within two minutes.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("HERITAGE_DATA", Data);
        builder.UseSetting("HERITAGE_CORPUS", Corpus);
        builder.UseSetting("HERITAGE_MODELS", Path.Combine(GuideFactory.Root, "models"));
        builder.UseSetting("HERITAGE_PUBLIC_URL", "https://disan.example.vn");
        builder.UseSetting("HERITAGE_CURATION_KEY", GuideFactory.CurationKey);
        builder.UseSetting("HERITAGE_PLAQUE_CHECK", "02:30");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    private void CopyCorpus()
    {
        var source = Path.Combine(GuideFactory.Root, "corpus");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(source, f)).Where(IsWanted))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Corpus, file))!);
            File.Copy(Path.Combine(source, file), Path.Combine(Corpus, file));
        }

        var dossier = Path.Combine(Corpus, "dossiers", "tam-vu", "dossier.yaml");
        File.WriteAllText(dossier, File.ReadAllText(dossier)
            .Replace($"  code: {FirstCode}\n", $"  code: {FirstCode}\n  beacons: [{FirstBeacon}]\n", StringComparison.Ordinal)
            .Replace($"  code: {SecondCode}\n", $"  code: {SecondCode}\n  beacons: [{SecondBeacon}]\n", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Corpus, "plaques.tsv"), "# code\tdate\tchange\tstop\tplace\tphoto\tnote\n");
    }

    private static bool IsWanted(string file) => file.Split('/') switch
    {
        ["dossiers", var id, "media", ..] => false,
        ["dossiers", var id, var name] => s_dossiers.Contains(id) && (name == "dossier.yaml" || name.Split('.') is [_, "vi" or "en" or "km", _]),
        ["questions", var name] => s_dossiers.Contains(Path.GetFileNameWithoutExtension(name)) || name.StartsWith("off-topic", StringComparison.Ordinal),
        ["tours", var name] => name == "quoc-lo-61.yaml",
        ["documents", ..] or ["plaques.tsv"] => false,
        _ => true,
    };
}

[CollectionDefinition("plaques")]
public sealed class PlaqueCollection : ICollectionFixture<PlaqueGuide>;
