using System.Diagnostics;

namespace HeritageGuide.Cli.Tests;

public sealed class CommandTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "heritage.dll");

    [Fact]
    public async Task Check_names_file_line_and_cure_and_fails()
    {
        var folder = Directory.CreateTempSubdirectory("heritage-cli");
        try
        {
            var dossier = Directory.CreateDirectory(Path.Combine(folder.FullName, "dossiers", "one"));
            await File.WriteAllTextAsync(Path.Combine(dossier.FullName, "dossier.yaml"), "id: one\nnames: {vi: Một}\n");

            var (code, output) = await RunAsync("check", folder.FullName);

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
        var (code, output) = await RunAsync("--help");

        code.ShouldBe(0);
        foreach (var command in (string[])["check", "import", "ask", "narrate", "evaluate", "doctor"])
        {
            output.ShouldContain(command);
        }
    }

    [Fact]
    public async Task An_unknown_language_is_said_so()
    {
        var (code, output) = await RunAsync("ask", "Ai?", "--lang", "xx");

        code.ShouldBe(1);
        output.ShouldContain("not one of the guide's languages");
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [s_program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
