using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using IntegrationHub.EmbeddedHost.Diagnostics;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>Keeps a message hidden from others while it is in work, renewing when half the lease is over.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private string _popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider time, ILogger log)
    {
        (_queue, _message, _log, _popReceipt) = (queue, message, log, message.PopReceipt);
        _renewing = RenewAsync(length, time);
    }

    public async Task DeleteAsync()
    {
        await StopRenewingAsync();
        await UnlessGoneAsync(_queue.DeleteMessageAsync(_message.MessageId, _popReceipt));
    }

    public async Task EndAsync(TimeSpan visibleAfter)
    {
        await StopRenewingAsync();
        await UnlessGoneAsync(HideAsync(visibleAfter));
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        _ended.Dispose();
    }

    private async Task StopRenewingAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync(TimeSpan length, TimeProvider time)
    {
        while (true)
        {
            await Task.Delay(length / 2, time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested)
                return;
            try
            {
                await HideAsync(length);
            }
            catch (Exception e)
            {
                HostLog.LeaseNotRenewed(_log, e, _message.MessageId);
                if (e is RequestFailedException { Status: 400 or 404 })
                    return;
            }
        }
    }

    // Without a text the message keeps the one it has.
    private async Task HideAsync(TimeSpan length) =>
        _popReceipt = (await _queue.UpdateMessageAsync(_message.MessageId, _popReceipt, messageText: (string?)null, length))
            .Value
            .PopReceipt;

    private async Task UnlessGoneAsync(Task request)
    {
        try
        {
            await request;
        }
        catch (RequestFailedException e)
            when (e.ErrorCode == QueueErrorCode.MessageNotFound || e.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            HostLog.MessageGone(_log, _message.MessageId);
        }
    }
}
