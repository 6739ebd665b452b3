using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HeritageGuide.Cli.Tests;

public sealed class ModelsCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heritage-models").FullName;
    private readonly byte[] _weights = [1, 2, 3, 4];
    private WebApplication _mirror = null!;

    public async Task InitializeAsync()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(_weights));
        await File.WriteAllTextAsync(Path.Combine(_folder, "models.json"), $$"""
            {"source": "http://127.0.0.1:9", "models": [{"id": "small", "kind": "sentence-transformer", "licence": "MIT", "dimensions": 3, "repository": "people/small", "revision": "r1",
             "files": [{"name": "model.onnx", "path": "onnx/model.onnx", "bytes": 4, "sha256": "{{hash}}"}, {"name": "pieces", "path": "pieces", "bytes": 0, "sha256": null}]}]}
            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _mirror = builder.Build();
        _mirror.Urls.Add("http://127.0.0.1:0");
        _mirror.MapGet("/people/small/resolve/r1/onnx/model.onnx", () => Results.Bytes(_weights));
        _mirror.MapGet("/people/small/resolve/r1/pieces", () => Results.Bytes([7]));
        await _mirror.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _mirror.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_model_is_pulled_listed_and_verified()
    {
        var (pulled, said) = await RunAsync("models", "pull", "small");
        pulled.ShouldBe(0, said);
        said.ShouldContain("as published");
        said.ShouldContain("this first download is trusted");
        said.ShouldContain("HERITAGE_EMBEDDER=onnx:small");

        (await RunAsync("models", "list", "--json")).Output.ShouldContain("\"state\":\"pulled\"");
        (await RunAsync("models", "verify")).ShouldBe((0, "ok      small\n"));

        await File.WriteAllBytesAsync(Path.Combine(_folder, "models", "small", "pieces"), [8]);
        var (code, output) = await RunAsync("models", "verify", "small");
        code.ShouldBe(1);
        output.ShouldContain("pieces has changed");
        output.ShouldContain("heritage models pull small");
    }

    [Fact]
    public async Task What_goes_wrong_is_one_line_and_a_failure()
    {
        var (unknown, first) = await RunAsync("models", "pull", "large");
        (unknown, first).ShouldBe((1, "No model is called 'large'. There are: small.\n"));

        _weights[0] = 9;
        var (wrong, second) = await RunAsync("models", "pull", "small");
        wrong.ShouldBe(1);
        second.ShouldContain("is not the published file");

        await _mirror.StopAsync();
        var (offline, third) = await RunAsync("models", "pull", "small");
        offline.ShouldBe(1);
        third.ShouldContain("cannot be reached");
        third.ShouldNotContain("   at ");
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "heritage.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HERITAGE_MODELS"] = _folder;
        start.Environment["HERITAGE_DATA"] = _folder;
        start.Environment["HERITAGE_MODEL_MIRROR"] = _mirror.Urls.First();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
