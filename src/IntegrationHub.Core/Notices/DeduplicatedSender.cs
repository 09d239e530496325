using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Notices;

/// <summary>
/// Sends what follows from no step once, however many messages ask for it at the same moment: claim, look, send, then note
/// (laws 2 and 4). What is noted is looked for under the claim, which goes when it is noted: no row is left of it.
/// </summary>
public sealed class DeduplicatedSender(
    INoticeClaims claims,
    OutboundGateway gateway,
    IQueues queues,
    Postponement postponement,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>
    /// Sends a notice; while another worker does so the message is put off, and looks again before that claim ends: it mostly goes sooner.
    /// </summary>
    /// <param name="envelope">The message that asks for it.</param>
    /// <param name="notice">What makes it one notice.</param>
    /// <param name="find">Looks what is to be sent; null where it is sent already or has become untrue.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null where it was sent, needs not be, or comes again later; else why it does not.</returns>
    public async Task<OutsideException?> Send(Envelope envelope, string notice, Func<Task<DueNotice?>> find, CancellationToken cancellation)
    {
        try
        {
            await Try(envelope, notice, find, cancellation);
            return null;
        }
        catch (OutsideException failure)
        {
            return failure.IsTransient && await postponement.PutOff(envelope, failure, cancellation) ? null : failure;
        }
    }

    private async Task Try(Envelope envelope, string notice, Func<Task<DueNotice?>> find, CancellationToken cancellation)
    {
        var (earlier, claim) = await Claim(envelope, notice, cancellation);
        if (claim is null)
            return;
        var mayBeSent = earlier is not null;
        try
        {
            if (await find() is { } due)
                await gateway.CallSoon(due.Institution, due.Connection, () => Send(due), cancellation);
        }
        catch (Exception failure)
        {
            if (failure is OutsideException { Fault: OutsideFault.Refused }
                || (earlier is null && failure is OutsideException { Fault: not (OutsideFault.Unavailable or OutsideFault.Unreadable) }))
                mayBeSent = false;
            await (
                mayBeSent
                    ? claims.Save(envelope.Institution, notice, claim with { Until = time.GetUtcNow() }, CancellationToken.None)
                    : claims.Drop(envelope.Institution, notice, claim, CancellationToken.None));
            throw;
        }

        await claims.Drop(envelope.Institution, notice, claim, cancellation);

        Task<bool> Send(DueNotice due) =>
            options.WithinTheClaim(
                due.Connection,
                async stop =>
                {
                    if (mayBeSent)
                        HubMetrics.Repeated(
                            due.Institution.Id,
                            due.Connection.Role == ConnectionRole.Mail ? StepName.Learner : StepName.Channel);
                    mayBeSent = true;
                    await due.Send(stop);
                    await due.Note(cancellation);
                    return true;
                },
                time,
                cancellation);
    }

    /// <returns>The claim of an earlier worker who did not say how it ended, and this worker's; no claim where another holds it.</returns>
    private async Task<(NoticeClaim? Earlier, NoticeClaim? Claim)> Claim(Envelope envelope, string notice, CancellationToken cancellation)
    {
        while (true)
        {
            var earlier = await claims.Find(envelope.Institution, notice, cancellation);
            var now = time.GetUtcNow();
            if (earlier?.Until > now)
            {
                await queues.Send(
                    envelope,
                    TimeSpan.FromTicks(Math.Min((earlier.Until - now).Ticks, options.FirstRetry.Ticks)),
                    cancellation);
                return (earlier, null);
            }

            if (await claims.Save(envelope.Institution, notice, new(now + options.Claim, earlier?.Version), cancellation) is { } claim)
                return (earlier, claim);
        }
    }
}

/// <summary>A notice that is to be sent now.</summary>
/// <param name="Institution">Who sends it.</param>
/// <param name="Connection">Through which system.</param>
/// <param name="Send">Sends it.</param>
/// <param name="Note">Notes that it was sent, so that it is not sent again.</param>
public sealed record DueNotice(
    Institution Institution,
    Connection Connection,
    Func<CancellationToken, Task> Send,
    Func<CancellationToken, Task> Note);

