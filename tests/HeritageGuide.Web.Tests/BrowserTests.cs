using System.Diagnostics;

namespace HeritageGuide.Web.Tests;

/// <summary>The real pages in a real Chromium, which runs their scripts under their own content security policy.</summary>
[Collection("guide")]
public sealed class BrowserTests(GuideFactory guide)
{
    [Fact]
    public async Task The_script_takes_over_the_player_and_keeps_the_text()
    {
        var slug = (await guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0].GetProperty("slug").GetString();

        var page = await OpenAsync($"/vi/stops/{slug}");

        // The script hides the browser's own player and shows its buttons.
        page.ShouldNotContain("<audio controls");
        page.ShouldContain("<div class=\"row controls\">");
        page.ShouldContain("data-sentence=\"3\"");
    }

    [Fact]
    public async Task Where_no_voice_speaks_the_language_the_devices_own_is_offered()
    {
        var slug = (await guide.GetAsync("/api/v1/dossiers/tam-vu?lang=vi")).GetProperty("stops")[0].GetProperty("slug").GetString();

        (await OpenAsync($"/km/stops/{slug}")).ShouldContain("<button class=\"btn\" type=\"button\">");
    }

    [Fact]
    public async Task A_question_in_the_address_is_answered_on_the_page() =>
        (await OpenAsync("/vi/ask?question=" + Uri.EscapeDataString("Ai chỉ huy trận Tầm Vu thứ hai?"))).ShouldContain("Ngô Hồng Giỏi");

    private async Task<string> OpenAsync(string path)
    {
        var profile = Directory.CreateTempSubdirectory("heritage-chromium");
        try
        {
            using var chromium = Process.Start(new ProcessStartInfo("chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--virtual-time-budget=5000", $"--user-data-dir={profile.FullName}", "--dump-dom", new Uri(guide.Address, path).ToString(),
            ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = chromium.StandardError.ReadToEndAsync();
            var page = await chromium.StandardOutput.ReadToEndAsync();
            await chromium.WaitForExitAsync();
            await errors;
            return page;
        }
        finally
        {
            try
            {
                profile.Delete(recursive: true);
            }
            catch (IOException)
            {
                // Chromium may still be writing its profile; the system's own clean-up takes it.
            }
        }
    }
}
