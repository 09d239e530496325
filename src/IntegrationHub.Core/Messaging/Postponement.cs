using IntegrationHub.Core.Failures;

namespace IntegrationHub.Core.Messaging;

/// <summary>
/// What an outside system, or the storage, cannot do now comes again later, as long again as it has waited, until it is given up (law 6).
/// </summary>
public sealed class Postponement(IQueues queues, PipelineOptions options, TimeProvider time)
{
    /// <summary>Lets a message come again after a while, however long it has waited.</summary>
    public Task Wait(Envelope envelope, TimeSpan delay, CancellationToken cancellation) => queues.Send(envelope, delay, cancellation);

    /// <summary>Puts a message back on its queue.</summary>
    /// <returns>False where it has waited for longer than <see cref="PipelineOptions.GiveUpAfter"/>: it does not come again.</returns>
    public Task<bool> PutOff(Envelope envelope, OutsideException failure, CancellationToken cancellation) =>
        PutOff(envelope, failure.RetryAfter, cancellation);

    /// <summary>Puts a message back on its queue, for as long as was asked, or longer.</summary>
    /// <returns>False where it has waited for longer than <see cref="PipelineOptions.GiveUpAfter"/>: it does not come again.</returns>
    public Task<bool> PutOff(Envelope envelope, TimeSpan? asked, CancellationToken cancellation) =>
        PutOff(envelope, asked, options.GiveUpAfter, cancellation);

    /// <summary>Puts a message back on its queue until it has waited for so long.</summary>
    /// <returns>False where it has: it does not come again.</returns>
    public Task<bool> PutOffFor(TimeSpan longest, Envelope envelope, CancellationToken cancellation) =>
        PutOff(envelope, asked: null, longest, cancellation);

    private async Task<bool> PutOff(Envelope envelope, TimeSpan? asked, TimeSpan longest, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = envelope.Since ?? now;
        if (now - since > longest)
            return false;
        await queues.Send(envelope with { Since = since }, Backoff.Next(options, now - since, asked), cancellation);
        return true;
    }
}
