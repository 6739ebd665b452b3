namespace HeritageGuide.Cli.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task Check_names_file_line_and_cure_and_fails()
    {
        var folder = Directory.CreateTempSubdirectory("heritage-cli");
        try
        {
            var dossier = Directory.CreateDirectory(Path.Combine(folder.FullName, "dossiers", "one"));
            await File.WriteAllTextAsync(Path.Combine(dossier.FullName, "dossier.yaml"), "id: one\nnames: {vi: Một}\n");

            var (code, output) = await Heritage.RunAsync("check", folder.FullName);

            code.ShouldBe(1);
            output.ShouldContain("dossiers/one/dossier.yaml:1: error: 'kind' is missing. Add 'kind:' here.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var (code, output) = await Heritage.RunAsync("--help");

        code.ShouldBe(0);
        foreach (var command in (string[])["check", "import", "ask", "narrate", "plaques", "evaluate", "doctor"])
        {
            output.ShouldContain(command);
        }
    }

    [Fact]
    public async Task An_unknown_language_is_said_so()
    {
        var (code, output) = await Heritage.RunAsync("ask", "Ai?", "--lang", "xx");

        code.ShouldBe(1);
        output.ShouldContain("not one of the guide's languages");
    }
}
