using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HeritageGuide.Web.Shared;

/// <summary>The folder of scripts, styles and fonts, and their addresses with content hashes.</summary>
public sealed class WebRoot(IWebHostEnvironment environment)
{
    private readonly string _root = Find(environment);
    private readonly ConcurrentDictionary<string, string> _addresses = new();

    /// <summary>Beside the project when run from source, beside the program when published.</summary>
    public static string Find(IWebHostEnvironment environment)
    {
        var beside = Path.Combine(environment.ContentRootPath, "wwwroot");
        var path = Directory.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, "wwwroot");
        Directory.CreateDirectory(path);
        return path;
    }

    public bool Has(string file) => File.Exists(Path.Combine(_root, file));

    /// <summary>The file's address with its hash, so that a new version is fetched at once and an old one never.</summary>
    public string AddressOf(string file) => _addresses.GetOrAdd(file, f =>
    {
        var path = Path.Combine(_root, f);
        return File.Exists(path) ? $"/{f}?v={Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..10]}" : "/" + f;
    });
}
