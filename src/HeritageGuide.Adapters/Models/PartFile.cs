using System.Net.Http.Headers;

namespace HeritageGuide.Adapters.Models;

/// <summary>What has come of a file so far, and the mark by which its server knows the file.</summary>
internal sealed class PartFile(string target)
{
    private readonly string _tag = target + ".part.etag";

    public string Path { get; } = target + ".part";

    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    public EntityTagHeaderValue? Tag
    {
        get => File.Exists(_tag) && EntityTagHeaderValue.TryParse(File.ReadAllText(_tag), out var tag) ? tag : null;
        set
        {
            if (value is null)
            {
                File.Delete(_tag);
            }
            else
            {
                File.WriteAllText(_tag, value.ToString());
            }
        }
    }

    public FileStream Open(bool goOn) => new(Path, goOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);

    public void Delete()
    {
        File.Delete(Path);
        File.Delete(_tag);
    }

    public void Finish()
    {
        File.Move(Path, target, overwrite: true);
        File.Delete(_tag);
    }
}
