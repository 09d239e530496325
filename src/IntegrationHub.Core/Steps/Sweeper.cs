using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Steps;

/// <summary>Starts again what is stuck, whatever the cause; reads only awards that are open (law 7).</summary>
public sealed class Sweeper(
    IAwardIndex index,
    IDossiers dossiers,
    IInstitutions institutions,
    IQueues queues,
    PipelineOptions options,
    TimeProvider time)
{
    /// <summary>Goes through the open awards once.</summary>
    /// <returns>How many steps were started again.</returns>
    /// <exception cref="StorageSilentException">The storage does not answer.</exception>
    /// <exception cref="IOException">An award could not be swept, read by this release perhaps; the others were.</exception>
    public async Task<int> Sweep(CancellationToken cancellation)
    {
        var (started, unread) = (0, (Exception?)null);
        await foreach (var (id, opened) in index.OpenedBefore(time.GetUtcNow() - options.SweepAfter, cancellation))
        {
            try
            {
                started += await Sweep(id, opened, cancellation);
            }
            catch (Exception failure) when (failure is not (StorageSilentException or OperationCanceledException))
            {
                unread = failure;
            }
        }

        return unread is null ? started : throw new IOException($"Not every open award could be swept: {unread.Message}", unread);
    }

    private async Task<int> Sweep(AwardId id, DateTimeOffset opened, CancellationToken cancellation)
    {
        // Its messages wait until the institution is in force again: more of them would only wait too.
        if (institutions.Find(id.Institution, out _) == InstitutionState.Faulty)
            return 0;
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Award(id.Cycle) is not { IsAtRest: false } award)
        {
            await index.Close(id, opened, cancellation);
            return 0;
        }

        var (now, started) = (time.GetUtcNow(), 0);
        foreach (var step in award.Steps.Where(step => step.IsOverdue(now, options.SweepAfter) && award.IsDue(step.Name)))
        {
            if (await dossiers.Save(id, [step with { Updated = now, Until = now }], [], cancellation) is null)
                continue;
            await queues.Send(TrackingId.New(), new StepDue(id, step.Name), cancellation);
            started++;
        }

        return started;
    }
}
