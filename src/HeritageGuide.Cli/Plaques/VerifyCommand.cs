using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Core.Languages;
using Spectre.Console;

namespace HeritageGuide.Cli.Plaques;

/// <summary><c>heritage plaques verify</c>: follows every plaque as a visitor's phone does; fails when one is dead.</summary>
internal static class VerifyCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var codes = new Argument<string[]>("code") { Arity = ArgumentArity.ZeroOrMore, Description = "Codes; all plaques by default, the retired too." };
        var url = new Option<string?>("--base-url") { Description = "The guide that is asked; HERITAGE_PUBLIC_URL by default." };
        var tour = new Option<string?>("--tour") { Description = "Only the plaques of this tour." };
        var lang = new Option<string?>("--lang") { Description = "Only these languages, such as vi,en." };
        var textOnly = new Option<string>("--text-only") { DefaultValueFactory = _ => string.Join(',', new VerificationOptions().TextOnly), Description = "Languages that may have no sound." };
        var parallel = new Option<int>("--parallel") { DefaultValueFactory = _ => new VerificationOptions().Parallel, Description = "Chains followed at once, 1–16." };
        var timeout = new Option<int>("--timeout") { DefaultValueFactory = _ => (int)new VerificationOptions().Timeout.TotalSeconds, Description = "Seconds that one answer may take, 1–600." };
        var json = new Option<string?>("--json") { Description = "File to write the whole report to." };
        var command = new Command("verify", "Follow every plaque and language: code, page, transcript, sound, next stop.") { codes, url, tour, lang, textOnly, parallel, timeout, json };
        command.SetAction(async (parse, cancel) =>
        {
            var library = PlaquesCommand.ReadLibrary();
            var options = new VerificationOptions
            {
                Languages = parse.GetValue(lang) is { } only ? Languages(only) : null, TextOnly = Languages(parse.GetValue(textOnly)!), Parallel = Math.Clamp(parse.GetValue(parallel), 1, 16),
                Timeout = TimeSpan.FromSeconds(Math.Clamp(parse.GetValue(timeout), 1, 600)),
            };
            var address = parse.GetValue(url) ?? PlaquesCommand.Options.PublicUrl;
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new CliException($"'{address}' is no address of a guide: http://… or https://… is wanted.");
            }

            VerificationReport? report = null;
            var plaques = PlaquesCommand.Choose(library, parse.GetValue(codes)!, parse.GetValue(tour));
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                var bar = progress.AddTask("following plaques");
                report = await new PlaqueVerifier(options, TimeProvider.System).VerifyAsync(library, plaques, address, (done, of) => (bar.MaxValue, bar.Value) = (of, done), cancel);
            });
            Write(report!);
            if (parse.GetValue(json) is { } path)
            {
                await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(report, s_json), cancel);
            }

            return report!.AllAlive ? 0 : 1;
        });
        return command;
    }

    private static void Write(VerificationReport report)
    {
        var languages = LanguageTag.All.Select(l => l.Code).Where(l => report.Chains.Any(c => c.Language == l)).ToList();
        var table = new Table().AddColumns([.. ((string[])["code", "stop", .. languages]).Select(c => new TableColumn(c))]);
        foreach (var plaque in report.Chains.GroupBy(c => c.Code))
        {
            table.AddRow([plaque.Key, Markup.Escape(plaque.First().Stop ?? "retired"), .. languages.Select(l => plaque.FirstOrDefault(c => c.Language == l) is { } chain ? !chain.Alive ? "DEAD" : chain.Voiced ? "ok" : "text" : "–")]);
        }

        AnsiConsole.Write(table);
        foreach (var chain in report.Chains)
        {
            foreach (var link in chain.Broken)
            {
                Console.WriteLine($"DEAD {chain.Code} {chain.Language} {link.Step}: {link.Address} {link.Problem}");
            }
        }

        Console.WriteLine($"{report.Plaques} plaques, {report.Chains.Count} chains in {languages.Count} languages checked with {report.Requests} requests in {report.Seconds:0.0} s: {report.Dead} dead, {report.Chains.Count(c => c.Voiced)} with sound");
    }

    private static List<string> Languages(string typed) =>
        [.. typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => CliLanguage.Parse(l).Code)];
}
