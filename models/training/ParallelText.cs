using System.IO.Compression;
using System.Text.Json;

namespace HeritageGuide.Training;

/// <summary>One thing said in several languages.</summary>
internal sealed record ParallelGroup(string Source, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads the parallel text: a gzip of JSON lines <c>{"src", "t": {"en": …, "vi": …}}</c>.</summary>
internal static class ParallelText
{
    // Whether weights trained on share-alike text must carry that licence is unsettled, so these are left out unless asked for.
    private static readonly string[] ShareAlike = ["ntrex", "flores101-devtest"];

    public static List<ParallelGroup> Read(string path, bool shareAlike)
    {
        var groups = new List<ParallelGroup>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var source = json.RootElement.GetProperty("src").GetString()!;
            if (shareAlike || !ShareAlike.Contains(source))
            {
                groups.Add(new ParallelGroup(source, json.RootElement.GetProperty("t").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!)));
            }
        }

        return groups;
    }
}
