using HeritageGuide.Core.Narration;

namespace HeritageGuide.Adapters.Media;

/// <summary>Sentences joined to one sound, with a breath between them.</summary>
/// <param name="Samples">Mono samples, 16 bits.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Times">Start and end of each sentence.</param>
internal sealed record JoinedSpeech(short[] Samples, int Rate, IReadOnlyList<SentenceTime> Times)
{
    private const int PauseMs = 350;
    private const int SectionPauseMs = 800;

    public int DurationMs => Milliseconds(Samples.Length, Rate);

    /// <exception cref="VoiceException">The voice changed its sample rate between sentences.</exception>
    public static JoinedSpeech Of(IReadOnlyList<NarratedSentence> sentences, IReadOnlyList<Speech> spoken)
    {
        var rate = spoken[0].SampleRate;
        if (spoken.Any(s => s.SampleRate != rate))
        {
            throw new VoiceException("The voice gave sentences of different sample rates.");
        }

        var samples = new List<short>();
        var times = new List<SentenceTime>(spoken.Count);
        for (var i = 0; i < spoken.Count; i++)
        {
            if (i > 0)
            {
                samples.AddRange(new short[rate * (sentences[i].Section == sentences[i - 1].Section ? PauseMs : SectionPauseMs) / 1_000]);
            }

            var start = Milliseconds(samples.Count, rate);
            samples.AddRange(spoken[i].Samples);
            times.Add(new SentenceTime(start, Milliseconds(samples.Count, rate)));
        }

        return new JoinedSpeech([.. samples], rate, times);
    }

    private static int Milliseconds(int samples, int rate) => (int)(samples * 1_000L / rate);
}
