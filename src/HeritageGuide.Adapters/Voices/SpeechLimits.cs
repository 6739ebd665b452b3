namespace HeritageGuide.Adapters.Voices;

/// <summary>How patient the guide is with a speech server.</summary>
public sealed record SpeechLimits
{
    /// <summary>Longest time for one sentence, once it is asked for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait that a server may ask for (<c>Retry-After</c>, <c>HERITAGE_VOICE_WAIT</c>): beyond it the next voice speaks.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait before the second try of a sentence; doubled, with jitter, before the third.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Sentences at a time.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>The limits of a server from its own time-out (in seconds) and the shared <c>HERITAGE_VOICE_WAIT</c>.</summary>
    public static SpeechLimits From(Func<string, string?> setting, string timeout)
    {
        var limits = new SpeechLimits();
        return limits with { Patience = Seconds(setting(timeout)) ?? limits.Patience, LongestWait = Seconds(setting("HERITAGE_VOICE_WAIT")) ?? limits.LongestWait };
    }

    private static TimeSpan? Seconds(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600 ? TimeSpan.FromSeconds(seconds) : null;
}
