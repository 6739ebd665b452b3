using System.CommandLine;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Mcp;
using HeritageGuide.Adapters.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage mcp</c>: the guide's read-only tools over standard input and output, for an assistant on the same machine.</summary>
internal static class McpCommand
{
    public static Command Make()
    {
        var command = new Command("mcp", "Offer search, answers and dossiers to an assistant over standard input and output (Model Context Protocol).");
        command.SetAction(async (_, cancel) =>
        {
            var builder = Host.CreateApplicationBuilder();
            // Standard output belongs to the protocol.
            builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.Services.AddHeritageGuide(builder.Configuration);
            builder.Services.AddMcpServer().WithStdioServerTransport().WithTools<HeritageTools>();
            using var host = builder.Build();
            var import = await host.Services.GetRequiredService<CorpusImporter>().ImportAsync(host.Services.GetRequiredService<GuideOptions>().Corpus, "command line", null, cancel);
            await host.Services.GetRequiredService<Publication>().LoadAsync(import.Shared, null, cancel);
            await host.RunAsync(cancel);
            return 0;
        });
        return command;
    }
}
