using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Core;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Telemetry;
using IntegrationHub.Storage;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Functions.Stages;

/// <summary>What every queue function does around its stage: read the envelope, go on with its trace.</summary>
public sealed partial class Stage(
    MessageRouter router,
    FailedMessages failed,
    Postponement postponement,
    Messages messages,
    IInstitutions institutions,
    PipelineOptions options,
    ILogger<Stage> log)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilInForce = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Hands a message to its handler. What throws here is a mistake in the hub: the host tries again, then poison; but while the
    /// storage does not answer the message is put off (law 6), what a newer release wrote until one takes it, and what is an
    /// institution's without a good version until it has one.
    /// </summary>
    /// <param name="queue">Where it came from.</param>
    /// <param name="wire">The message as the queue holds it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task Run(string queue, string wire, CancellationToken cancellation)
    {
        var message = Messages.Decode(wire);
        var began = Stopwatch.GetTimestamp();
        var isDone = false;
        try
        {
            var envelope = Messages.Read(message);
            try
            {
                if (institutions.Find(envelope.Institution, out _) == InstitutionState.Faulty)
                    await postponement.Wait(envelope, UntilInForce, cancellation);
                else
                    await InTrace(queue, envelope, cancellation);
            }
            catch (StorageSilentException silent)
            {
                // Where the queue does not take it either, it is the host's again.
                if (!await postponement.PutOff(envelope, asked: null, cancellation))
                    throw;
                IsSilent(log, queue, silent.Message);
            }

            isDone = true;
        }
        catch (NewerShapeException newer)
        {
            IsNewer(log, queue, newer.Shape, newer.Version);
            await messages.PutOff(queue, message, options.FirstRetry, cancellation);
            isDone = true;
        }
        finally
        {
            HubMetrics.Stage(queue, isDone, Stopwatch.GetElapsedTime(began));
        }
    }

    /// <summary>Hands a message of a poison queue over.</summary>
    /// <param name="queue">The queue on which it failed.</param>
    /// <param name="wire">The message as the poison queue holds it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task Fail(string queue, string wire, CancellationToken cancellation)
    {
        var message = Messages.Decode(wire);
        var poison = queue + QueueNames.PoisonSuffix;
        try
        {
            await Own(queue, poison, message, cancellation);
        }
        catch (NewerShapeException newer)
        {
            IsNewer(log, queue, newer.Shape, newer.Version);
            await messages.PutOff(poison, message, options.FirstRetry, cancellation);
        }
        catch (StorageSilentException silent)
        {
            IsSilent(log, poison, silent.Message);
            await messages.PutOff(poison, message, Again, cancellation);
        }
    }

    private async Task Own(string queue, string poison, string message, CancellationToken cancellation)
    {
        Envelope envelope;
        try
        {
            envelope = Messages.Read(message);
        }
        catch (JsonException damage)
        {
            var named = (damage as UnreadableMessageException)?.Institution;
            var isOurs = named is not null && institutions.Find(named, out _) != InstitutionState.Unknown;
            await failed.Keep(isOurs ? named! : AttentionItem.OfTheHub, queue, message, cancellation);
            return;
        }

        using var span = router.Span(poison, envelope);
        try
        {
            await router.Own(envelope, cancellation);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageSilentException))
        {
            // Nothing comes after poison: it stays here until somebody could be told.
            span.Fail(failure);
            PoisonStays(log, queue, failure);
            await messages.PutOff(poison, message, Again, cancellation);
        }
    }

    [LoggerMessage(303, LogLevel.Error, "A message that failed for good on {Queue} could not be brought to people; trying again")]
    private static partial void PoisonStays(ILogger log, string queue, Exception failure);

    [LoggerMessage(
        304,
        LogLevel.Warning,
        "A message on {Queue} is put off: a newer release wrote the {Shape} that it needs, in version {Version}")]
    private static partial void IsNewer(ILogger log, string queue, string shape, int version);

    [LoggerMessage(305, LogLevel.Warning, "A message on {Queue} is put off: {Failure}")]
    private static partial void IsSilent(ILogger log, string queue, string failure);

    private async Task InTrace(string queue, Envelope envelope, CancellationToken cancellation)
    {
        using var span = router.Span(queue, envelope);
        try
        {
            await router.Handle(envelope, cancellation);
        }
        catch (Exception failure) when (failure is not NewerShapeException)
        {
            span.Fail(failure);
            throw;
        }
    }
}
