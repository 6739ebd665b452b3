using System.CommandLine;
using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Espeak;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace HeritageGuide.Cli.Commands;

/// <summary><c>heritage doctor</c>: what is there, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var command = new Command("doctor", "Say what is missing on this machine and how to get it.");
        command.SetAction(async (_, cancel) =>
        {
            await using var services = GuideHost.Build();
            var options = services.GetRequiredService<GuideOptions>();
            var ill = 0;
            void Say(bool well, string what, string cure)
            {
                Console.WriteLine((well ? "ok    " : "MISSING ") + what + (well ? "" : ": " + cure));
                ill += well ? 0 : 1;
            }

            Say(Directory.Exists(Path.Combine(options.Corpus, "dossiers")), $"corpus at {options.Corpus}", "set HERITAGE_CORPUS");
            Say(services.GetRequiredService<IEmbedder>().Dimensions > 0, $"embedding model under {options.Models}", "restore models/embedding from the repository");
            var missing = services.GetRequiredService<EmbedderChoice>().Missing;
            Say(missing is null, "the model of HERITAGE_EMBEDDER", missing ?? "");
            Say(await new EspeakVoice().IsInstalledAsync(cancel), "espeak-ng", "apt-get install espeak-ng");
            Say(Exists("ffmpeg") && Exists("ffprobe"), "ffmpeg and ffprobe", "apt-get install ffmpeg");
            var voices = services.GetRequiredService<VoiceChain>();
            foreach (var fault in voices.Faults)
            {
                Say(false, "voices", fault);
            }

            foreach (var language in LanguageTag.All)
            {
                Console.WriteLine($"voice   {language}: {(voices.For(language) is { Count: > 0 } chain ? string.Join(", then ", chain.Select(v => $"{v.Engine} ({v.VoicesFor(language)[0]})")) : "text only")}");
            }

            Console.WriteLine($"store   {(await services.GetRequiredService<IDossierStore>().PublishedHashesAsync(cancel)).Count} dossiers published in {options.Data}");
            return ill == 0 ? 0 : 1;
        });
        return command;
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)));
}
