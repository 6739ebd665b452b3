using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;
using Spectre.Console;

namespace HeritageGuide.Cli.Plaques;

/// <summary><c>heritage plaques list</c>: the register as it stands.</summary>
internal static class ListCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Print the register with each plaque's history as JSON." };
        var state = new Option<string?>("--state") { Description = "Only active or retired plaques." };
        state.AcceptOnlyFromAmong("active", "retired");
        var command = new Command("list", "Show every plaque: where it hangs, where it leads, when it was last looked at.") { json, state };
        command.SetAction(parse =>
        {
            var plaques = PlaquesCommand.ReadLibrary().Plaques.All.Where(p => parse.GetValue(state) is not { } wanted || (p.State == PlaqueState.Retired) == (wanted == "retired")).ToList();
            if (parse.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(plaques, s_json));
                return 0;
            }

            var table = new Table().AddColumns("code", "stop", "state", "place", "installed", "checked");
            foreach (var plaque in plaques)
            {
                table.AddRow(((string[])[
                    plaque.Code, plaque.Stop, plaque.State == PlaqueState.Active ? "active" : $"retired {Day(plaque.Retired)}, to {plaque.To ?? "none"}: {plaque.Why}",
                    plaque.Place ?? "", Day(plaque.Installed), Day(plaque.Checked)]).Select(Markup.Escape).ToArray());
            }

            AnsiConsole.Write(table);
            Console.WriteLine($"{plaques.Count} plaques, {plaques.Count(p => p.Installed is not null)} installed, {plaques.Count(p => p.State == PlaqueState.Retired)} retired");
            return 0;
        });
        return command;
    }

    private static string Day(DateOnly? day) => day is { } known ? IsoDay.Text(known) : "";
}
