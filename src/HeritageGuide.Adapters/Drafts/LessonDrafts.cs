using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Drafts;

/// <summary>A lesson as it is kept, with the number of its edit.</summary>
public sealed record LessonDraft(int Version, DateTimeOffset Expires, Lesson Lesson);

/// <summary>
/// Keeps lessons as files for thirty days after the last edit. No account: whoever holds the link holds the lesson, so ids cannot be guessed.
/// </summary>
public sealed class LessonDrafts(string folder, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private const int MostKept = 5_000;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly Lock _lock = new();

    /// <summary>Keeps a new lesson and returns its id.</summary>
    public string Add(Lesson lesson)
    {
        var id = RandomNumberGenerator.GetString(Alphabet, 20);
        lock (_lock)
        {
            Directory.CreateDirectory(folder);
            Purge();
            Write(id, new LessonDraft(1, clock.GetUtcNow() + Lifetime, lesson));
        }

        return id;
    }

    /// <summary>The lesson; null when there is none or it has expired.</summary>
    public LessonDraft? Find(string id)
    {
        if (id.Length != 20 || id.Any(c => !Alphabet.Contains(c)) || !File.Exists(PathOf(id)))
        {
            return null;
        }

        var draft = JsonSerializer.Deserialize<LessonDraft>(File.ReadAllBytes(PathOf(id)), Json)!;
        return draft.Expires > clock.GetUtcNow() ? draft : null;
    }

    /// <summary>Puts an edited lesson in the place of the version it was made from; false when another edit came first: nothing is overwritten.</summary>
    public bool Replace(string id, int version, Lesson lesson)
    {
        lock (_lock)
        {
            if (Find(id)?.Version != version)
            {
                return false;
            }

            Write(id, new LessonDraft(version + 1, clock.GetUtcNow() + Lifetime, lesson));
            return true;
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + ".json");

    private void Write(string id, LessonDraft draft) => WholeFile.Write(PathOf(id), JsonSerializer.SerializeToUtf8Bytes(draft, Json));

    private void Purge()
    {
        var files = new DirectoryInfo(folder).GetFiles("*.json").OrderByDescending(f => f.LastWriteTimeUtc).ToList();
        foreach (var file in files.Where((f, i) => i >= MostKept || f.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - Lifetime))
        {
            file.Delete();
        }
    }
}
