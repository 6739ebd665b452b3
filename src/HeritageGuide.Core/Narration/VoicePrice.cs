namespace HeritageGuide.Core.Narration;

/// <summary>What a voice costs.</summary>
/// <param name="PerMillion">Price of a million characters, in the currency of the bill; null where it was not told.</param>
/// <param name="HanCountsTwice">Whether each Chinese character, kanji or hanja is billed as two.</param>
public sealed record VoicePrice(decimal? PerMillion, bool HanCountsTwice = false)
{
    /// <summary>Characters that a sentence is billed for.</summary>
    public long Characters(string spoken) => spoken.Length + (HanCountsTwice ? spoken.Count(IsHan) : 0);

    /// <summary>Price of so many billed characters; null where the price was not told.</summary>
    public decimal? Of(long characters) => PerMillion * characters / 1_000_000m;

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
