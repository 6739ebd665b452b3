using HeritageGuide.Adapters;
using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Adapters.Publishing;
using HeritageGuide.Adapters.Sqlite;
using HeritageGuide.Core.Guide;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HeritageGuide.Web.Plaques;

/// <summary>Once a night the guide follows all of its plaques through its own door, keeps the report, and forgets old scans.</summary>
internal sealed partial class NightlyVerification(
    Publication publication, VerificationStore store, ScanLog scans, IServer server, NightlyClock nightly, ILogger<NightlyVerification> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (nightly.Malformed)
        {
            NoTime(log);
        }

        while (nightly.Next is { } next)
        {
            // A timer and a wall clock drift apart within a day: too early would mean twice a night.
            while (nightly.Until(next) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, nightly.Clock, stoppingToken);
            }

            try
            {
                await VerifyAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Tonight's failure must not end tomorrow's look.
                Failed(log, e.Message, e);
            }
        }
    }

    private async Task VerifyAsync(CancellationToken cancel)
    {
        scans.Purge();
        if (publication.Current is not { } guide || OwnAddress() is not { } address)
        {
            NotReady(log);
            return;
        }

        var plaques = guide.Library.Plaques.All;
        var report = await new PlaqueVerifier(new VerificationOptions { Parallel = 2 }, nightly.Clock).VerifyAsync(guide.Library, plaques, address, null, cancel);
        store.Keep(report);
        Verified(log, report.Plaques, report.Chains.Count, report.Dead);
    }

    /// <summary>Where the guide listens, as it is reached from the same machine; null where it listens without plain HTTP.</summary>
    private string? OwnAddress() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Where(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        .Select(a => a.Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal))
        .FirstOrDefault();

    [LoggerMessage(LogLevel.Error, "HERITAGE_PLAQUE_CHECK is no time of day: write 02:30 (local) or 02:30Z (UTC), or nothing to turn it off. The plaques are not verified.")]
    private static partial void NoTime(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The plaques were not verified tonight: the guide is not ready, or listens without plain HTTP.")]
    private static partial void NotReady(ILogger log);

    [LoggerMessage(LogLevel.Information, "Plaques verified: {Plaques} plaques, {Chains} chains, {Dead} dead")]
    private static partial void Verified(ILogger log, int plaques, int chains, int dead);

    [LoggerMessage(LogLevel.Error, "The plaques were not verified: {Reason}")]
    private static partial void Failed(ILogger log, string reason, Exception e);
}

/// <summary>When the plaques are verified, from the setting and the clock.</summary>
internal sealed class NightlyClock(GuideOptions options, TimeProvider clock)
{
    private readonly NightlyTime? _time = NightlyTime.Parse(options.PlaqueCheck);

    public TimeProvider Clock => clock;

    /// <summary>True where something is set that is no time.</summary>
    public bool Malformed => _time is null && options.PlaqueCheck.Trim().Length > 0;

    /// <summary>The next time; null where it is turned off.</summary>
    public DateTimeOffset? Next => _time?.Next(clock.GetUtcNow(), clock.LocalTimeZone);

    public TimeSpan Until(DateTimeOffset moment) => moment - clock.GetUtcNow();
}
