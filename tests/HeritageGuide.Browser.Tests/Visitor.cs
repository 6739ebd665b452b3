using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeritageGuide.Browser.Tests;

/// <summary>A visitor with a real Chromium before the real guide.</summary>
public sealed class Visitor : IAsyncLifetime
{
    /// <summary>What Chromium needs in a container, and keeps it from talking to anyone on its own.</summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--autoplay-policy=no-user-gesture-required", "--mute-audio",
    ];

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _lessons = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    public GuideFactory Guide { get; } = new();

    /// <summary>The first stop of the Tầm Vu dossier, told in all seven languages.</summary>
    public string Stop { get; private set; } = "";

    public string Code { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Guide.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
        var stop = (await Guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0];
        (Stop, Code) = (stop.GetProperty("slug").GetString()!, stop.GetProperty("code").GetString()!);
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        await ((IAsyncLifetime)Guide).DisposeAsync();
        await Guide.DisposeAsync();
    }

    /// <summary>Another Chromium, with more flags; for the camera.</summary>
    public Task<IBrowser> LaunchAsync(params string[] more) =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = [.. Flags, .. more] });

    /// <summary>A page of a phone; the one before it is closed, so that nothing goes on playing behind it.</summary>
    public async Task<IPage> PageAsync(ReducedMotion motion = ReducedMotion.NoPreference, IBrowser? browser = null)
    {
        await (_page?.Context.CloseAsync() ?? Task.CompletedTask);
        _page = null;
        var context = await (browser ?? _browser!).NewContextAsync(new()
        {
            ViewportSize = new() { Width = 360, Height = 740 }, ReducedMotion = motion, BaseURL = Guide.Address.ToString(), Locale = "vi-VN", HasTouch = true,
        });
        // A busy machine is not a fault of the page.
        context.SetDefaultTimeout(60_000);
        return _page = await context.NewPageAsync();
    }

    /// <summary>Opens a page of that kind in that language, its scripts run.</summary>
    public async Task<IResponse?> OpenAsync(IPage page, string kind, string lang) =>
        await page.GotoAsync(await AddressAsync(kind, lang), new() { WaitUntil = WaitUntilState.NetworkIdle });

    /// <summary>Every kind of page that a visitor meets.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["home", "search", "nothing-found", "dossier", "stop", "tours", "tour", "map", "ask", "answer", "lessons", "lesson", "quiz", "class", "about", "plaque", "report", "print", "offline", "missing"];

    private async Task<string> AddressAsync(string kind, string lang) => $"/{lang}" + kind switch
    {
        "home" => "/",
        "search" => "/dossiers?q=tam+vu",
        "nothing-found" => "/dossiers?q=qqqq",
        "dossier" => "/dossiers/tam-vu",
        "stop" => $"/stops/{Stop}",
        "tours" => "/tours",
        "tour" => "/tours/quoc-lo-61",
        "map" => "/map",
        "ask" => "/ask",
        "answer" => "/ask?question=" + Uri.EscapeDataString(lang == "vi" ? "Kênh xáng Xà No dài bao nhiêu?" : "How long is the Xà No canal?"),
        "lessons" => "/lessons",
        "lesson" => "/lessons/" + await LessonAsync(lang),
        "quiz" => $"/lessons/{await LessonAsync(lang)}/quiz",
        "class" => "/class",
        "about" => "/about",
        "plaque" => $"/plaques/{Code}",
        "report" => $"/plaques/{Code}/report",
        "print" => $"/stops/{Stop}/print",
        "offline" => "/offline",
        "missing" => "/dossiers/khong-co",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of page."),
    };

    private Task<string> LessonAsync(string lang) => _lessons.GetOrAdd(lang == "vi" ? "vi" : "en", l => new(async () =>
    {
        using var made = await Guide.CreateClient().PostAsJsonAsync("/api/v1/lessons", new { dossiers = new[] { "tam-vu" }, grade = 8, minutes = 45, lang = l, seed = 7 });
        made.EnsureSuccessStatusCode();
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    })).Value;
}

[CollectionDefinition("visitor")]
public sealed class VisitorCollection : ICollectionFixture<Visitor>;
