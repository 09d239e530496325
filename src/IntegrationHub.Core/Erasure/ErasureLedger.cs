using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Erasure;

/// <summary>
/// The ledger of erasures, and what follows from its lines: a line that is asked for is done at once, and a second time when no worker
/// can still be at work with what it read before.
/// </summary>
public sealed class ErasureLedger(IErasures lines, IQueues queues, PipelineOptions options, TimeProvider time)
{
    /// <summary>Workers remember a learner for a minute.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>A line; null where the erasure was never asked for.</summary>
    public Task<Erasure?> Find(string institution, string learner, CancellationToken cancellation) =>
        lines.Find(institution, learner, cancellation);

    /// <summary>All lines of an institution.</summary>
    public Task<IReadOnlyList<Erasure>> All(string institution, CancellationToken cancellation) => lines.All(institution, cancellation);

    /// <summary>Has a learner erased, for the first time or again.</summary>
    public async Task<Erasure> Ask(string institution, string learner, CancellationToken cancellation)
    {
        var line = await lines.Find(institution, learner, cancellation)
            ?? new()
            {
                Institution = institution,
                Learner = learner,
                Asked = default,
            };
        line = line with { Asked = time.GetUtcNow() };
        await Begin(line, cancellation);
        return line with { Done = null };
    }

    /// <summary>Has what a line says done, again where it was.</summary>
    public async Task Begin(Erasure line, CancellationToken cancellation)
    {
        await lines.Save(line with { Done = null }, cancellation);
        await queues.Send(TrackingId.New(), new EraseLearner(line.Institution, line.Learner), cancellation);
    }

    /// <summary>Notes that an erasure was done; after the first time it is done once more.</summary>
    public async Task Done(Erasure line, CancellationToken cancellation)
    {
        if (line.Done is null)
            await queues.Send(
                Envelope.Of(TrackingId.New(), new EraseLearner(line.Institution, line.Learner)),
                options.Claim + Remembered,
                cancellation);
        await lines.Save(line with { Done = time.GetUtcNow() }, cancellation);
    }
}
