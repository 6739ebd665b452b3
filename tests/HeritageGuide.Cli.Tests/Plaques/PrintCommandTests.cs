namespace HeritageGuide.Cli.Tests.Plaques;

public sealed class PrintCommandTests
{
    [Fact]
    public async Task A_printed_plaque_is_read_back_by_another_program_in_every_size()
    {
        using var folder = new PlaqueFolder();

        var (code, output) = await folder.RunAsync("print", "MAMZ8", "--size", "a4,a6,label", "--lang", "vi", "--second", "fr", "--nfc", "--out", folder.Out);

        code.ShouldBe(0, output);
        output.ShouldContain("MAMZ8 https://disan.example.vn/q/MAMZ8?via=nfc D101215504646973616E2E6578616D706C652E766E2F712F4D414D5A383F7669613D6E6663");
        Convert.ToHexString(await File.ReadAllBytesAsync(Path.Combine(folder.Out, "plaque-MAMZ8.ndef"))).ShouldStartWith("D1012155");
        foreach (var size in (string[])["a4", "a6", "label"])
        {
            var pdf = Path.Combine(folder.Out, $"plaque-MAMZ8-{size}.pdf");
            (await Heritage.StartAsync([], "pdftoppm", ["-r", "150", "-png", "-singlefile", pdf, pdf])).Code.ShouldBe(0);
            (await Heritage.StartAsync([], "zbarimg", ["-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", pdf + ".png"])).Output.Trim().ShouldBe("HTTPS://DISAN.EXAMPLE.VN/Q/MAMZ8");
            var words = (await Heritage.StartAsync([], "pdftotext", ["-layout", pdf, "-"])).Output;
            words.ShouldContain("disan.example.vn/q/MAMZ8");
            words.ShouldContain("Quét để nghe");
            words.ShouldContain("Scannez pour écouter");
        }
    }

    [Fact]
    public async Task A_drawing_for_the_engraver_is_made_of_a_whole_tour_in_any_script()
    {
        using var folder = new PlaqueFolder();

        var (code, output) = await folder.RunAsync("print", "--tour", "quoc-lo-61", "--size", "a6", "--forms", "svg", "--lang", "zh", "--second", "km", "--out", folder.Out);

        code.ShouldBe(0, output);
        var svg = Path.Combine(folder.Out, "plaque-MAMZ8-a6.svg");
        (await File.ReadAllTextAsync(svg)).ShouldContain("lang=\"zh-Hans\"");
        // The tour's three stops that this corpus has, no others.
        Directory.GetFiles(folder.Out).Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_the_pdfs_font_cannot_write_is_refused_with_the_way_out()
    {
        using var folder = new PlaqueFolder();

        var (code, output) = await folder.RunAsync("print", "MAMZ8", "--lang", "ko", "--out", folder.Out);

        code.ShouldBe(1);
        output.ShouldContain("--forms svg");
    }
}
