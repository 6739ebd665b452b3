using System.Globalization;
using System.IO.Compression;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Models;

/// <summary>
/// The file of a <see cref="MarkModel"/>: gzip of lines. First the number of syllables, then each with its count; then, for each first syllable
/// of a pair, its place in that list and, for each that follows it, place and count.
/// </summary>
public static class MarkModelFile
{
    public static MarkModel Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var counts = new KeyValuePair<string, int>[Number(reader.ReadLine()!)];
        for (var i = 0; i < counts.Length; i++)
        {
            var parts = reader.ReadLine()!.Split(' ');
            counts[i] = new(parts[0], Number(parts[1]));
        }

        var pairs = new List<(string, string, int)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            for (var i = 1; i < parts.Length; i += 2)
            {
                pairs.Add((counts[Number(parts[0])].Key, counts[Number(parts[i])].Key, Number(parts[i + 1])));
            }
        }

        return new MarkModel(counts, pairs);
    }

    public static void Write(string path, IReadOnlyList<KeyValuePair<string, int>> counts, IEnumerable<(string First, string Second, int Count)> pairs)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize));
        var places = counts.Select((c, i) => (c.Key, i)).ToDictionary(x => x.Key, x => x.i);
        writer.Write($"{counts.Count}\n");
        foreach (var (word, count) in counts)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{word} {count}\n"));
        }

        foreach (var first in pairs.GroupBy(p => places[p.First]).OrderBy(g => g.Key))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{first.Key} {string.Join(' ', first.OrderBy(p => places[p.Second]).Select(p => $"{places[p.Second]} {p.Count}"))}\n"));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
