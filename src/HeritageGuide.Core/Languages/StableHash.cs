namespace HeritageGuide.Core.Languages;

/// <summary>FNV-1a over UTF-16: the same across runs, machines and versions of .NET, as trained weights need it.</summary>
public static class StableHash
{
    /// <summary>The hash of a text.</summary>
    public static uint Of(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var c in text)
        {
            hash = (hash ^ (byte)c) * 16_777_619;
            hash = (hash ^ (byte)(c >> 8)) * 16_777_619;
        }

        return hash;
    }
}
