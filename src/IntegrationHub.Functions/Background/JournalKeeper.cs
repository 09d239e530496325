using IntegrationHub.Core.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions.Background;

/// <summary>
/// Writes the journal of deliveries once a minute, and when the host stops. A frozen instance loses at most the news of a minute.
/// </summary>
public sealed partial class JournalKeeper(DeliveryJournal journal, ISourceHistory history, TimeProvider time, ILogger<JournalKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(Last);
        await Write(end.Token);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Write(stoppingToken);
    }

    private async Task Write(CancellationToken cancellation)
    {
        try
        {
            await journal.Flush(history, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The host ends before the storage answers.
        }
        catch (AggregateException failures)
        {
            NotWritten(log, failures.InnerExceptions.Count, failures.InnerException!.GetType().Name);
        }
    }

    [LoggerMessage(302, LogLevel.Warning, "The journal of {Count} source(s) was not written ({Failure}); trying again in a minute")]
    private static partial void NotWritten(ILogger log, int count, string failure);
}
