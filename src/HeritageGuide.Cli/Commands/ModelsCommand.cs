using System.CommandLine;
using System.Text.Json;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Models;
using Spectre.Console;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage models list|pull|verify</c>: the embedding models that can take the place of the shipped one.</summary>
internal static class ModelsCommand
{
    public static Command Make() => new("models", "List, pull and verify the models of models/models.json.") { List(), Pull(), Verify() };

    private static Command List()
    {
        var json = new Option<bool>("--json");
        var command = new Command("list", "Say which models there are and which are on this machine.") { json };
        command.SetAction(parse =>
        {
            var (catalog, store, _) = Open();
            var rows = catalog.Models.Select(m => new
            {
                m.Id, m.Licence, m.Dimensions, Megabytes = m.Bytes / 1_000_000, State = m.Ships is not null ? "ships" : store.IsReady(m) ? "pulled" : "not pulled",
            }).ToList();
            Console.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(new { models = rows }, JsonSerializerOptions.Web)
                : string.Join('\n', rows.Select(r => $"{r.Id,-45} {r.Dimensions,5} numbers {(r.Megabytes == 0 ? "?" : r.Megabytes),6} MB  {r.Licence,-10}  {r.State}")));
            return 0;
        });
        return command;
    }

    private static Command Pull()
    {
        var id = new Argument<string>("id") { Description = "Id of the model." };
        var command = new Command("pull", "Download a model; a cut download goes on where it stopped.") { id };
        command.SetAction(async (parse, cancel) =>
        {
            var (catalog, store, options) = Open();
            var model = catalog.Find(parse.GetValue(id)!);
            using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(15) }) { Timeout = Timeout.InfiniteTimeSpan };
            var pull = new ModelPull(catalog, store, new FileDownload(client, TimeProvider.System), options.ModelMirror);
            PulledModel? pulled = null;
            await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
            {
                var bars = new Dictionary<string, ProgressTask>();
                pulled = await pull.RunAsync(model, (file, received, total) =>
                {
                    var bar = bars.TryGetValue(file, out var known) ? known : bars[file] = progress.AddTask(Markup.Escape(file));
                    (bar.MaxValue, bar.Value) = (Math.Max(total, received), received);
                }, cancel);
            });
            foreach (var (name, file) in pulled!.Files)
            {
                Console.WriteLine($"{name}: SHA-256 {file.Sha256} ({(file.Published ? "as published" : "no published hash is known: this first download is trusted, later ones must equal it")})");
            }

            Console.WriteLine($"Use it with HERITAGE_EMBEDDER=onnx:{model.Id}");
            return 0;
        });
        return command;
    }

    private static Command Verify()
    {
        var id = new Argument<string?>("id") { Description = "Id of the model; all that are here when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("verify", "Compare the files on this machine with their hashes.") { id };
        command.SetAction(async (parse, cancel) =>
        {
            var (catalog, store, _) = Open();
            var named = parse.GetValue(id);
            var faults = 0;
            foreach (var model in named is null ? catalog.Models.Where(m => m.Ships is not null || store.RecordOf(m) is not null) : [catalog.Find(named)])
            {
                var findings = await store.VerifyAsync(model, cancel);
                Console.WriteLine(findings.Count == 0 ? $"ok      {model.Id}" : $"BROKEN  {model.Id}: {string.Join("; ", findings)}. Run: heritage models pull {model.Id}");
                faults += findings.Count;
            }

            return faults == 0 ? 0 : 1;
        });
        return command;
    }

    private static (ModelCatalog Catalog, ModelStore Store, GuideOptions Options) Open()
    {
        var options = GuideOptions.From(Environment.GetEnvironmentVariable);
        return (ModelCatalog.Load(options.Models), options.ModelStore(), options);
    }
}
