using System.Globalization;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Lets sources be reconciled, and tells how far it is.</summary>
public sealed class ReconciliationCommands(IReconciliations reconciliations, IInstitutions institutions, IQueues queues, TimeProvider time)
{
    /// <summary>What is looked at again before the end of the last complete reconciliation: LMSs write some things late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>How far a source that was never reconciled completely is looked back on.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>How long reports are kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>How far back reports are shown.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    /// <summary>Begins a reconciliation.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">A source that has an API.</param>
    /// <param name="since">From when on; null: since the last complete one, and a day before.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The reconciliation; null where the institution has no such source, or the source no API.</returns>
    public async Task<Reconciliation?> Begin(string institution, string source, DateTimeOffset? since, CancellationToken cancellation)
    {
        if (!institutions.TryGet(institution, out var found) || found.Sources.GetValueOrDefault(source)?.Api is null)
            return null;
        var now = time.GetUtcNow();
        var reconciliation = new Reconciliation
        {
            Institution = institution,
            Source = source,
            Id = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMddHHmmss}-{TrackingId.New()[..6]}"),
            Window = new(since ?? await SinceLast(institution, source, now, cancellation), now),
            Started = now,
        };
        await reconciliations.Save(reconciliation, cancellation);
        await queues.Send(TrackingId.New(), new ReconcileDue(institution, source, reconciliation.Id), cancellation);
        return reconciliation;
    }

    /// <summary>Begins a reconciliation of every source that has an API, and forgets those of a year ago.</summary>
    /// <returns>How many were begun.</returns>
    public async Task<int> BeginAll(CancellationToken cancellation)
    {
        var begun = 0;
        await TenantByTenant.Each(institutions.All, async institution =>
        {
            foreach (var source in institution.Sources.Values.Where(source => source.Api is not null))
            {
                await reconciliations.Forget(institution.Id, source.Name, time.GetUtcNow() - Kept, cancellation);
                if (await Begin(institution.Id, source.Name, since: null, cancellation) is not null)
                    begun++;
            }
        });
        return begun;
    }

    /// <summary>A reconciliation with its courses; null where there is none.</summary>
    public async Task<ReconciliationReport?> Find(string institution, string source, string id, CancellationToken cancellation) =>
        await reconciliations.Find(institution, source, id, cancellation) is { } found
            ? new(found, await reconciliations.Courses(found, cancellation))
            : null;

    /// <summary>The source's reconciliations of the last thirty days, the newest first.</summary>
    public Task<IReadOnlyList<Reconciliation>> Latest(string institution, string source, CancellationToken cancellation) =>
        reconciliations.Since(institution, source, time.GetUtcNow() - Shown, cancellation);

    private async Task<DateTimeOffset> SinceLast(string institution, string source, DateTimeOffset now, CancellationToken cancellation)
    {
        var earlier = await reconciliations.Since(institution, source, now - Kept, cancellation);
        if (earlier.Count == 0)
            return now - Reach;
        var first = earlier.MinBy(one => one.Started)!;
        // What the first run was to look back on is missing until a complete one has; after a year the first is not known any more.
        var begun = first.Started > now - Kept + Reach ? Earlier(first.Window.Since, first.Started - Reach) : first.Window.Since;
        var covered = begun;
        foreach (var complete in earlier
                .Where(one => one.State == ReconciliationState.Complete)
                .Select(one => one.Window)
                .OrderBy(window => window.Since))
        {
            // A run by hand may have left days out: what it covers beyond them does not count yet.
            if (complete.Since <= covered && complete.Until > covered)
                covered = complete.Until;
        }

        return covered == begun ? begun : covered - Overlap;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>A reconciliation with its courses.</summary>
/// <param name="Reconciliation">The reconciliation.</param>
/// <param name="Courses">Its courses; empty before the LMS was asked for them.</param>
public sealed record ReconciliationReport(Reconciliation Reconciliation, IReadOnlyList<CourseComparison> Courses);
