using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>What a narration will sound like, before it is spoken.</summary>
/// <param name="Narration">The narration.</param>
/// <param name="Voice">The engine of first choice.</param>
/// <param name="Name">Its voice.</param>
/// <param name="Key">Key of the sound.</param>
/// <param name="IsKept">Whether it is kept already.</param>
public sealed record PlannedSound(Narration Narration, IVoice Voice, string Name, string Key, bool IsKept)
{
    /// <summary>Characters that will be spoken; billed ones where the voice is paid.</summary>
    public long Characters => Narration.Sentences.Sum(s => Voice.Price?.Characters(s.Spoken) ?? s.Spoken.Length);
}
