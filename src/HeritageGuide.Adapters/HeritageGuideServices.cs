using System.Text.Json;
using HeritageGuide.Adapters.Drafts;
using HeritageGuide.Adapters.Embedding;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Models;
using HeritageGuide.Adapters.Onnx;
using HeritageGuide.Adapters.OpenAi;
using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Qdrant;
using HeritageGuide.Adapters.Recordings;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Adapters.Voices;
using HeritageGuide.Core.Answers;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HeritageGuide.Adapters;

/// <summary>The one place where ports meet their adapters.</summary>
public static class HeritageGuideServices
{
    public static IServiceCollection AddHeritageGuide(this IServiceCollection services, IConfiguration configuration)
    {
        var options = GuideOptions.From(key => configuration[key]);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<IDossierStore>(s =>
        {
            Directory.CreateDirectory(options.Data);
            return EfDossierStore.OpenSqlite(Path.Combine(options.Data, "guide.db"), s.GetRequiredService<TimeProvider>());
        });
        services.AddEmbedding(EmbedderSetting.From(key => configuration[key], options.Models), options);
        services.AddSingleton(_ => new LanguageDetector(ShippedLanguageModel(options.Models)));
        if (QdrantOptions.From(key => configuration[key]) is { } qdrant)
        {
            services.AddSingleton(s => new QdrantClient(qdrant, s.GetRequiredService<TimeProvider>()));
            services.AddSingleton(s => new QdrantPassageIndex(s.GetRequiredService<QdrantClient>(), qdrant, s.GetRequiredService<IEmbedder>()));
            services.AddSingleton<IPassageIndex>(s => new FallbackPassageIndex(s.GetRequiredService<QdrantPassageIndex>(), s.GetRequiredService<SqlitePassageIndex>()));
        }
        else
        {
            services.AddSingleton<IPassageIndex>(s => s.GetRequiredService<SqlitePassageIndex>());
        }

        services.AddSingleton(s => new PassageSearch(s.GetRequiredService<IPassageIndex>(), s.GetRequiredService<IEmbedder>()));
        services.AddSingleton(s => VoiceServices.Build(key => configuration[key], s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new RecordingStore(Path.Combine(options.Data, "recordings"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new NarrationStudio(Path.Combine(options.Data, "audio"), s.GetRequiredService<VoiceChain>(), s.GetRequiredService<RecordingStore>()));
        services.AddSingleton(s => new LessonDrafts(Path.Combine(options.Data, "lessons"), s.GetRequiredService<TimeProvider>()));
        if (ChatModelOptions.From(key => configuration[key]) is { } chat)
        {
            services.AddSingleton<IChatModel>(s => new GuardedChatModel(new OpenAiChatModel(chat, new PromptLibrary(options.Prompts).Find), chat, s.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton(s => new UnansweredQuestions(Path.Combine(options.Data, "unanswered.db"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ScanLog(Path.Combine(options.Data, "scans.db"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new VisitorReports(Path.Combine(options.Data, "reports.db"), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new VerificationStore(Path.Combine(options.Data, "plaques", "verification.json")));
        services.AddSingleton<CorpusImporter>();
        services.AddSingleton(s => new Publication(
            s.GetRequiredService<IDossierStore>(), s.GetRequiredService<PassageSearch>(), s.GetRequiredService<ClaimRanking>(), s.GetRequiredService<LanguageDetector>(),
            s.GetRequiredService<TimeProvider>(), s.GetServices<IChatModel>(), StandInOf(s, options)));
        return services;
    }

    private static void AddEmbedding(this IServiceCollection services, EmbedderSetting setting, GuideOptions options)
    {
        services.AddSingleton(s => EmbedderChoice.Open(setting, options, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => s.GetRequiredService<EmbedderChoice>().Wanted);
        services.AddSingleton(s => Ranking(s.GetRequiredService<EmbedderChoice>(), options));
        services.AddSingleton(s => new SqlitePassageIndex(IndexFolder(s.GetRequiredService<EmbedderChoice>(), options), s.GetRequiredService<IEmbedder>()));
    }

    // Each model has an index of its own, so that going back to an earlier one takes no time.
    private static string IndexFolder(EmbedderChoice choice, GuideOptions options) =>
        Path.Combine(options.Data, "index" + (choice.NeedsStandIn ? "-" + EmbedderChoice.NameOf(choice.Wanted) : ""));

    private static StandIn? StandInOf(IServiceProvider services, GuideOptions options)
    {
        var choice = services.GetRequiredService<EmbedderChoice>();
        return choice.NeedsStandIn
            ? new StandIn(
                new PassageSearch(new SqlitePassageIndex(Path.Combine(options.Data, "index"), choice.Shipped), choice.Shipped), new ClaimRanking(choice.Shipped, ShippedWeights(options.Models)))
            : null;
    }

    /// <summary>Ranking by the wanted model where <c>heritage train</c> has learned weights for it, else by the shipped one.</summary>
    private static ClaimRanking Ranking(EmbedderChoice choice, GuideOptions options) =>
        choice.NeedsStandIn && File.Exists(LearnedWeights(choice.Wanted, options))
            ? new ClaimRanking(choice.Wanted, JsonSerializer.Deserialize<RankingWeights>(File.ReadAllBytes(LearnedWeights(choice.Wanted, options)))!)
            : new ClaimRanking(choice.Shipped, ShippedWeights(options.Models));

    /// <summary>Where the weights that were learned for a model lie.</summary>
    public static string LearnedWeights(IEmbedder embedder, GuideOptions options) => Path.Combine(options.Data, "ranking", EmbedderChoice.NameOf(embedder) + ".json");

    /// <summary>The model that ships with the guide; retrieval goes by words alone where its folder is missing.</summary>
    public static IEmbedder ShippedEmbedder(string models)
    {
        var folder = Path.Combine(models, "embedding");
        return File.Exists(Path.Combine(folder, "model.onnx")) ? WithMarks(TableEmbedder.Load(folder), models) : new NoEmbedder();
    }

    /// <summary>The model, reading questions that were typed in Vietnamese without marks as they are meant; itself where the list of syllables is missing.</summary>
    public static IEmbedder WithMarks(IEmbedder embedder, string models)
    {
        var marks = Path.Combine(models, "language", "marks.gz");
        return File.Exists(marks) ? new MarkRestoringEmbedder(embedder, new LanguageDetector(ShippedLanguageModel(models)), new MarkRestorer(MarkModelFile.Read(marks))) : embedder;
    }

    public static RankingWeights ShippedWeights(string models)
    {
        var path = Path.Combine(models, "ranking", "weights.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<RankingWeights>(File.ReadAllBytes(path))! : RankingWeights.ByHand;
    }

    private static LanguageModel ShippedLanguageModel(string models) =>
        new([.. File.ReadAllBytes(Path.Combine(models, "language", "latin.bin")).Select(b => (sbyte)b)]);
}
