using Azure.Storage.Queues.Models;
using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.EmbeddedHost.Functions;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>Takes one message through its function and settles it: deleted, visible again later, or poison.</summary>
internal sealed class MessageHandler(
    QueueFunction function,
    QueueSettings settings,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger log)
{
    private string Name => function.Function.Name;

    public async Task HandleAsync(QueueMessage message, CancellationToken work)
    {
        try
        {
            await using var lease = new MessageLease(function.Queue, message, settings.Lease, time, log);
            await SettleAsync(message, lease, await SucceedsAsync(message, work));
        }
        catch (Exception e)
        {
            HostLog.NotSettled(log, e, Name, message.MessageId);
        }
    }

    private async Task<Outcome> SucceedsAsync(QueueMessage message, CancellationToken work)
    {
        if (message.DequeueCount > settings.MaxDequeueCount)
            return Outcome.FailedForGood;
        if ((settings.Base64 ? MessageText.FromBase64(message.MessageText) : message.MessageText) is not { } text)
        {
            HostLog.NotBase64(log, Name, message.MessageId);
            return Outcome.FailedForGood;
        }

        await using var scope = scopes.CreateAsyncScope();
        var invocation = new Invocation(function.Function.Definition, text, MessageData.Of(message), scope.ServiceProvider, work);
        try
        {
            await function.Invoker.InvokeAsync(invocation);
            HostLog.Succeeded(log, Name);
            return Outcome.Succeeded;
        }
        catch (Exception e)
        {
            HostLog.MessageFailed(log, e, Name, message.DequeueCount, message.MessageId, invocation.InvocationId);
            return message.DequeueCount >= settings.MaxDequeueCount ? Outcome.FailedForGood : Outcome.Failed;
        }
    }

    private async Task SettleAsync(QueueMessage message, MessageLease lease, Outcome outcome)
    {
        if (outcome == Outcome.Succeeded)
            await lease.DeleteAsync();
        else if (function.Poison is null)
            HostLog.PoisonStays(log, Name);
        else if (outcome == Outcome.FailedForGood)
        {
            await PoisonQueue.AddAsync(function.Poison, message);
            HostLog.Poisoned(log, Name, message.MessageId, function.Poison.Name);
            await lease.DeleteAsync();
        }
        else
            await lease.EndAsync(settings.VisibilityTimeout);
    }

    private enum Outcome
    {
        Succeeded,
        Failed,
        FailedForGood,
    }
}
