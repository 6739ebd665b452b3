using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Adapters.Recordings;

/// <summary>Finds when each sentence is said from the cues of a WebVTT file: one cue a sentence, or several cues that make up one.</summary>
internal static class CueAlignment
{
    /// <exception cref="RecordingException">The cues do not follow the sentences, or their times do not fit the sound.</exception>
    public static IReadOnlyList<SentenceTime> Align(IReadOnlyList<string> sentences, IReadOnlyList<VttCue> cues, int durationMs)
    {
        // A second of grace: editors round, and encoders pad.
        if (cues.Zip(cues.Skip(1)).Any(p => p.Second.StartMs < p.First.StartMs) || cues.Any(c => c.EndMs <= c.StartMs || c.StartMs > durationMs || c.EndMs > durationMs + 1_000))
        {
            throw new RecordingException($"The times of the WebVTT file do not run forward within the {durationMs / 1000.0:F1} seconds of the recording.");
        }

        return cues.Count == sentences.Count
            ? [.. cues.Select(c => new SentenceTime(c.StartMs, Math.Min(c.EndMs, durationMs)))]
            : ByText(sentences, cues, durationMs);
    }

    private static List<SentenceTime> ByText(IReadOnlyList<string> sentences, IReadOnlyList<VttCue> cues, int durationMs)
    {
        var times = new List<SentenceTime>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            var (wanted, said, first) = (Letters(sentence), "", at);
            while (at < cues.Count && said.Length < wanted.Length)
            {
                said += Letters(cues[at++].Text);
            }

            if (said != wanted || at == first)
            {
                throw new RecordingException(
                    $"The WebVTT file has {cues.Count} cues for {sentences.Count} sentences, and they do not follow the text from sentence {times.Count + 1} on. Give one cue a sentence; /api/v1/stops/<slug>/audio.vtt is a form to fill in.");
            }

            times.Add(new SentenceTime(cues[first].StartMs, Math.Min(cues[at - 1].EndMs, durationMs)));
        }

        return at == cues.Count ? times : throw new RecordingException($"The WebVTT file goes on after the last sentence, with cue {at + 1}.");
    }

    private static string Letters(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));
}
