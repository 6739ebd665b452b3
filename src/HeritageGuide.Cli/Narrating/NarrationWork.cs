using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Narration;

namespace HeritageGuide.Cli.Narrating;

/// <summary>What there is to speak: every stop's story and description, sorted by who has spoken it already.</summary>
/// <param name="ToSpeak">What is not kept yet.</param>
/// <param name="Kept">Number of narrations that are kept.</param>
/// <param name="ByPeople">Number of narrations that a person has read.</param>
/// <param name="TextOnly">Number of narrations in languages that no voice speaks.</param>
internal sealed record NarrationWork(IReadOnlyList<PlannedSound> ToSpeak, int Kept, int ByPeople, int TextOnly)
{
    /// <summary>Whether any of it sends a bill.</summary>
    public bool IsPaid => ToSpeak.Any(s => s.Voice.Price is not null);

    public static NarrationWork Of(Library library, NarrationStudio studio, IEnumerable<LanguageTag> languages)
    {
        var narrations = languages.SelectMany(l => library.Stops
            .SelectMany(s => (Narration?[])[NarrationPlan.Of(library, s, l), NarrationPlan.Describe(library, s, l)])
            .OfType<Narration>().Where(n => n.Language == l && n.Sentences.Count > 0)).ToList();
        var synthetic = narrations.Where(n => studio.RecordingOf(n) is null).ToList();
        var planned = synthetic.Select(studio.Plan).OfType<PlannedSound>().DistinctBy(s => s.Key).ToList();
        return new NarrationWork([.. planned.Where(s => !s.IsKept)], planned.Count(s => s.IsKept), narrations.Count - synthetic.Count, synthetic.Count(n => studio.Plan(n) is null));
    }

    /// <summary>One line a voice: narrations, characters, and the price where it was told.</summary>
    public IEnumerable<string> Lines() => ToSpeak
        .GroupBy(s => (s.Narration.Language, s.Voice.Engine, s.Name, s.Voice.Price))
        .Select(g => $"  {g.Key.Language}  {g.Key.Engine} {g.Key.Name}: {g.Count()} narrations, {g.Sum(s => s.Characters):N0} characters{PriceOf(g.Key.Price, g.Sum(s => s.Characters))}");

    private static string PriceOf(VoicePrice? price, long characters) => price switch
    {
        null => "",
        { PerMillion: null } => ", paid (set AZURE_SPEECH_PRICE or HERITAGE_SPEECH_PRICE to see what it costs)",
        _ => $", about {price.Of(characters):N2}",
    };
}
