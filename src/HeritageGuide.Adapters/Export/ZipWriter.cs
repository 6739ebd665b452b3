using System.IO.Compression;
using System.Text;

namespace HeritageGuide.Adapters.Export;

/// <summary>Packs named files; times are fixed, so that the same lesson gives the same bytes.</summary>
internal static class ZipWriter
{
    private static readonly DateTimeOffset Fixed = new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Fixed;
                using var to = entry.Open();
                to.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
