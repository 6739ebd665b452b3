using System.Security.Cryptography;
using System.Text;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>How a file of sound is named, and what it says of itself.</summary>
internal static class SoundFile
{
    private const string RecipeVersion = "2";

    /// <summary>Key of a narration spoken by a voice: the lexicon's work is in what is said.</summary>
    public static string KeyOf(Narration narration, IVoice voice, string name) =>
        Hash([RecipeVersion, voice.Engine, voice.Settings, name, narration.Language.Code, .. narration.Sentences.Select(s => $"{s.Section}\t{s.Spoken}")]);

    /// <summary>Hash of a narration as it is written: equal hashes mean that a person who read the one has read the other.</summary>
    public static string TextHashOf(Narration narration) => Hash([narration.Language.Code, .. narration.Sentences.Select(s => s.Text.Normalize())]);

    public static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];

    public static Dictionary<string, string> Metadata(Narration narration, string artist, string comment) => new()
    {
        ["title"] = narration.Stop.Title.In(narration.Language), ["language"] = narration.Language.Bcp47, ["artist"] = artist, ["comment"] = comment,
    };
}
