using System.Diagnostics;
using System.Globalization;

namespace HeritageGuide.Browser.Tests;

/// <summary>The camera scanner before a film of a plaque's code.</summary>
[Collection("visitor")]
public sealed class ScanTests(Visitor visitor)
{
    [Fact]
    public async Task A_plaque_before_the_camera_opens_its_stop()
    {
        var png = await visitor.Guide.CreateClient().GetByteArrayAsync($"/api/v1/stops/{visitor.Stop}/qr.png");
        await using var browser = await FilmAsync(png);
        var page = await visitor.PageAsync(browser: browser);
        await page.Context.GrantPermissionsAsync(["camera"]);
        await visitor.OpenAsync(page, "home", "vi");

        await page.GetByRole(AriaRole.Button, new() { Name = "Quét mã trên biển" }).ClickAsync();

        await page.WaitForURLAsync($"**/stops/{visitor.Stop}", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_strangers_code_is_not_followed()
    {
        await using var browser = await FilmAsync(Adapters.Media.QrCode.Png("HTTPS://EVIL.EXAMPLE/Q/" + visitor.Code));
        var page = await visitor.PageAsync(browser: browser);
        await page.Context.GrantPermissionsAsync(["camera"]);
        await visitor.OpenAsync(page, "home", "vi");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Quét mã trên biển" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.sheet [role=status]')?.textContent.includes('không thuộc các biển')", null, new() { Timeout = 20_000 });

        asked.ShouldNotContain(url => url.Contains("evil", StringComparison.OrdinalIgnoreCase) || url.Contains("/q/", StringComparison.OrdinalIgnoreCase));
        await page.EvaluateAsync("window.tracks = document.querySelector('.sheet video').srcObject.getTracks()");
        await page.Keyboard.PressAsync("Escape");
        // The camera's light goes out with the sheet.
        (await page.EvaluateAsync<string[]>("window.tracks.map(t => t.readyState)")).ShouldBe(["ended"]);
    }

    [Fact]
    public async Task A_camera_that_is_denied_is_said_with_the_way_round()
    {
        var page = await visitor.PageAsync();
        await visitor.OpenAsync(page, "home", "vi");
        await page.EvaluateAsync("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError')); }");

        await page.GetByRole(AriaRole.Button, new() { Name = "Quét mã trên biển" }).ClickAsync();

        await page.WaitForFunctionAsync("() => document.querySelector('.sheet [role=status]')?.textContent.includes('gõ mã 5 ký tự')");
        (await page.EvaluateAsync<bool>("document.querySelector('.sheet video').hidden")).ShouldBeTrue();
    }

    private async Task<IBrowser> FilmAsync(byte[] png)
    {
        var folder = Directory.CreateTempSubdirectory("heritage-film").FullName;
        var (picture, film) = (Path.Combine(folder, "code.png"), Path.Combine(folder, "code.mjpeg"));
        await File.WriteAllBytesAsync(picture, png);
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
        [
            "-loglevel", "error", "-loop", "1", "-i", picture, "-t", 2.ToString(CultureInfo.InvariantCulture), "-r", "10",
            "-vf", "scale=300:300,pad=640:480:170:90:color=gray", "-pix_fmt", "yuvj420p", "-q:v", "3", film,
        ]))!;
        await ffmpeg.WaitForExitAsync();
        ffmpeg.ExitCode.ShouldBe(0);
        return await visitor.LaunchAsync("--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
    }
}
