using System.CommandLine;
using System.Globalization;
using HeritageGuide.Cli;
using HeritageGuide.Cli.Commands;
using HeritageGuide.Cli.Plaques;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var root = new RootCommand("HeritageGuide: prepares, checks and measures a heritage guide.")
{
    CheckCommand.Make(),
    ImportCommand.Make(),
    AskCommand.Make(),
    NarrateCommand.Make(),
    RecordingsCommand.Make(),
    LessonCommand.Make(),
    PlaquesCommand.Make(),
    IndexCommand.Make(),
    McpCommand.Make(),
    EvaluateCommand.Make(),
    TrainCommand.Make(),
    ModelsCommand.Make(),
    DoctorCommand.Make(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is HeritageGuide.Adapters.Sqlite.StoreException or IOException or CliException
    or HeritageGuide.Adapters.Models.ModelException or HeritageGuide.Core.Retrieval.EmbedderException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
