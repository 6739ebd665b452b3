using System.Diagnostics;

namespace HeritageGuide.Cli.Tests;

/// <summary>The program as people run it: a process of its own.</summary>
internal static class Heritage
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "heritage.dll");

    public static Task<(int Code, string Output)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static Task<(int Code, string Output)> RunAsync(Dictionary<string, string> settings, string[] arguments) => StartAsync(settings, "dotnet", [s_program, .. arguments]);

    /// <summary>Another program, such as one that reads QR codes.</summary>
    public static async Task<(int Code, string Output)> StartAsync(Dictionary<string, string> settings, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
