using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Core;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Pipeline;
using IntegrationHub.Storage;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions;

/// <summary>What every queue function does around its stage: read the envelope, go on with its trace.</summary>
public sealed partial class Stage(FailedMessages failed, IQueues queues, Messages messages, PipelineOptions options, ILogger<Stage> log)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Hands a message to a stage. What throws here is a mistake in the hub: the host tries again, then poison; but what a
    /// newer release wrote is put off until one takes it.
    /// </summary>
    public async Task Run(string queue, string message, Func<Envelope, CancellationToken, Task> stage, CancellationToken cancellation)
    {
        try
        {
            var envelope = Messages.Read(message);
            using var activity = Start(queue, envelope);
            await stage(envelope, cancellation);
        }
        catch (NewerShapeException newer)
        {
            IsNewer(log, queue, newer.Message);
            await messages.PutOff(queue, message, options.FirstRetry, cancellation);
        }
    }

    /// <summary>Hands a message of a poison queue over.</summary>
    public async Task Fail(string queue, string message, CancellationToken cancellation)
    {
        Envelope envelope;
        try
        {
            envelope = Messages.Read(message);
        }
        catch (JsonException)
        {
            await failed.Keep(queue, message, cancellation);
            return;
        }
        catch (NewerShapeException newer)
        {
            IsNewer(log, queue, newer.Message);
            await messages.PutOff(queue + QueueNames.PoisonSuffix, message, options.FirstRetry, cancellation);
            return;
        }

        using var activity = Start(queue + QueueNames.PoisonSuffix, envelope);
        try
        {
            await failed.Handle(queue, envelope, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Nothing comes after poison: it stays here until somebody could be told.
            PoisonStays(log, queue, failure);
            await queues.Send(queue + QueueNames.PoisonSuffix, envelope, Again, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message that failed for good on {Queue} could not be brought to people; trying again")]
    private static partial void PoisonStays(ILogger log, string queue, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message on {Queue} is put off: {Newer}")]
    private static partial void IsNewer(ILogger log, string queue, string newer);

    private static Activity? Start(string queue, Envelope envelope)
    {
        var activity = HubMetrics.Activities.StartActivity(queue, ActivityKind.Consumer, envelope.Traceparent);
        activity?.SetTag("institution", envelope.Institution).SetTag("kind", envelope.Kind).SetTag("tracking", envelope.Id);
        return activity;
    }
}
