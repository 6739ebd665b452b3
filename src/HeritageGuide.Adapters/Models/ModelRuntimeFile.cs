using System.Reflection;
using System.Runtime.Loader;

namespace HeritageGuide.Adapters.Models;

/// <summary>Loads the assembly that runs models, with its native library, from a folder of its own.</summary>
public static class ModelRuntimeFile
{
    /// <summary>Loads it.</summary>
    /// <exception cref="ModelException">It is not there or does not fit this guide.</exception>
    public static IModelRuntime Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelException($"ONNX Runtime is not built ({path} is missing). Run: dotnet build src/HeritageGuide.OnnxRuntime -c Release");
        }

        try
        {
            var type = new Context(path).LoadFromAssemblyPath(path).GetExportedTypes().Single(t => t.IsAssignableTo(typeof(IModelRuntime)));
            return (IModelRuntime)Activator.CreateInstance(type)!;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or ReflectionTypeLoadException or FileNotFoundException or TypeLoadException)
        {
            throw new ModelException($"{path} does not fit this guide: build it anew. {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    // What the guide itself has loaded is shared; what only the runtime needs comes from its folder.
    private sealed class Context(string path) : AssemblyLoadContext("models")
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName name) => _resolver.ResolveAssemblyToPath(name) is { } found ? LoadFromAssemblyPath(found) : null;

        protected override nint LoadUnmanagedDll(string name) => _resolver.ResolveUnmanagedDllToPath(name) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
    }
}
