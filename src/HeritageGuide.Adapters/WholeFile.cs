namespace HeritageGuide.Adapters;

/// <summary>Writes a small file beside and moves it into place: a power cut leaves the old one.</summary>
internal static class WholeFile
{
    public static void Write(string path, byte[] content)
    {
        var beside = path + ".part";
        File.WriteAllBytes(beside, content);
        File.Move(beside, path, overwrite: true);
    }
}
