using Azure.Storage.Queues.Models;
using IntegrationHub.EmbeddedHost.Functions;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>Takes one message through its function and settles it: deleted, visible again later, or poison.</summary>
internal sealed class MessageHandler(QueueFunction function, QueueSettings settings, IServiceScopeFactory scopes, TimeProvider time, ILogger log)
{
    private string Name => function.Function.Name;

    public async Task HandleAsync(QueueMessage message, CancellationToken giveUp)
    {
        try
        {
            await using var lease = new MessageLease(function.Queue, message, settings.Lease, time, log);
            await SettleAsync(message, lease, await SucceedsAsync(message, giveUp));
        }
        catch (Exception e)
        {
            log.LogError(e, "Function {Function}: message {Message} could not be settled; it comes again when its lease ends", Name, message.MessageId);
        }
    }

    private async Task<Outcome> SucceedsAsync(QueueMessage message, CancellationToken giveUp)
    {
        if (message.DequeueCount > settings.MaxDequeueCount)
            return Outcome.FailedForGood;
        if ((settings.Base64 ? MessageText.FromBase64(message.MessageText) : message.MessageText) is not { } text)
        {
            log.LogError("Function {Function}: message {Message} is not base64", Name, message.MessageId);
            return Outcome.FailedForGood;
        }

        await using var scope = scopes.CreateAsyncScope();
        var invocation = new Invocation(function.Function.Definition, text, MessageData.Of(message), scope.ServiceProvider, giveUp);
        try
        {
            await function.Invoker.InvokeAsync(invocation);
            log.LogDebug("Function {Function} succeeded", Name);
            return Outcome.Succeeded;
        }
        catch (Exception e)
        {
            log.LogError(e, "Function {Function} failed, delivery {Delivery} of message {Message}, invocation {Invocation}", Name, message.DequeueCount, message.MessageId, invocation.InvocationId);
            return message.DequeueCount >= settings.MaxDequeueCount ? Outcome.FailedForGood : Outcome.Failed;
        }
    }

    private async Task SettleAsync(QueueMessage message, MessageLease lease, Outcome outcome)
    {
        if (outcome == Outcome.Succeeded)
            await lease.DeleteAsync();
        else if (function.Poison is null)
            log.LogDebug("Function {Function}: a poison queue has no poison queue; the message comes again when its lease ends", Name);
        else if (outcome == Outcome.FailedForGood)
        {
            await PoisonQueue.AddAsync(function.Poison, message);
            log.LogWarning("Function {Function}: message {Message} moved to {Queue}", Name, message.MessageId, function.Poison.Name);
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
