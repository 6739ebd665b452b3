using HeritageGuide.Adapters.Media;
using HeritageGuide.Core.Narration;
using Spectre.Console;

namespace HeritageGuide.Cli.Narrating;

/// <summary>Speaks what is planned, one narration after the other; what is spoken is kept at once, so a run that was broken off goes on where it stopped.</summary>
internal sealed class Narrator(NarrationStudio studio)
{
    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures => _failures;

    public int Spoken { get; private set; }

    public double Minutes { get; private set; }

    /// <summary>Speaks until all is said or the run is broken off.</summary>
    /// <returns>False where it was broken off.</returns>
    public async Task<bool> SpeakAsync(IReadOnlyList<PlannedSound> sounds, CancellationToken cancel)
    {
        var whole = true;
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var task = progress.AddTask("speaking", maxValue: Math.Max(1, sounds.Sum(s => s.Characters)));
            foreach (var sound in sounds)
            {
                whole = await SpeakAsync(sound, cancel);
                if (!whole)
                {
                    break;
                }

                task.Increment(sound.Characters);
            }
        });
        return whole;
    }

    private async Task<bool> SpeakAsync(PlannedSound sound, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            Minutes += (await studio.SpeakAsync(sound, cancel)).DurationMs / 60_000.0;
            Spoken++;
        }
        catch (VoiceException e)
        {
            _failures.Add($"{sound.Narration.Stop.Slug} ({sound.Narration.Language}): {e.Message}");
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return true;
    }
}
