using Azure;
using Azure.Storage.Queues.Models;
using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>Fetches the messages of one queue, a batch whenever no more than the threshold are in work.</summary>
internal sealed class QueueListener(QueueFunction function, QueueSettings settings, MessageHandler handler, TimeProvider time, ILogger log)
{
    private readonly Backoff _backoff = new(settings.MaxPollingInterval);
    private readonly InWork _inWork = new();
    private bool _unreachable;

    /// <param name="stopping">Stops fetching.</param>
    /// <param name="work">Cancels what still runs.</param>
    /// <param name="giveUp">Waits no longer for what still runs.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken work, CancellationToken giveUp)
    {
        while (!stopping.IsCancellationRequested)
        {
            await _inWork.AtMostAsync(settings.NewBatchThreshold, stopping);
            if (stopping.IsCancellationRequested)
                break;
            var messages = await FetchAsync(giveUp);
            foreach (var message in messages)
                _inWork.Begin(() => handler.HandleAsync(message, work));
            if (messages.Length > 0)
                _backoff.Reset();
            else
                await Task.Delay(_backoff.Next(), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _inWork.AtMostAsync(0, giveUp);
    }

    // Not cancelled by stopping: messages of an answer that nobody reads would stay hidden for a whole lease.
    private async Task<QueueMessage[]> FetchAsync(CancellationToken giveUp)
    {
        try
        {
            var messages = await function.Queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, giveUp);
            if (_unreachable)
                HostLog.QueueAnswers(log, function.Queue.Name);
            _unreachable = false;
            return messages.Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await CreateAsync(giveUp);
        }
        catch (Exception e) when (!giveUp.IsCancellationRequested)
        {
            Complain(e);
        }
        catch (OperationCanceledException)
        {
        }

        return [];
    }

    private async Task CreateAsync(CancellationToken giveUp)
    {
        try
        {
            await function.Queue.CreateIfNotExistsAsync(cancellationToken: giveUp);
        }
        catch (Exception e) when (!giveUp.IsCancellationRequested)
        {
            Complain(e);
        }
    }

    private void Complain(Exception e)
    {
        if (_unreachable)
            HostLog.QueueStillSilent(log, e, function.Queue.Name);
        else
            HostLog.QueueSilent(log, e, function.Queue.Name);
        _unreachable = true;
    }
}
