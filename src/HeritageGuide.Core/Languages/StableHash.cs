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

    /// <summary>A hash wide enough to stand for the text among a few hundred thousand; goes on from the hash of what stands before it.</summary>
    public static ulong Wide(string text, ulong before = 14_695_981_039_346_656_037)
    {
        foreach (var c in text)
        {
            before = (before ^ c) * 1_099_511_628_211;
        }

        return before;
    }
}
