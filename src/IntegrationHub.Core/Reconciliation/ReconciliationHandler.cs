using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>
/// Asks an LMS, course by course, for what it should have reported, and takes in what never came. Each message works
/// for a minute at most and then goes on as another: it is always shorter than the queue's lease.
/// </summary>
public sealed class ReconciliationHandler(
    IReconciliations reconciliations,
    IInstitutions institutions,
    IEnumerable<ILmsApi> apis,
    OutboundGateway gateway,
    CourseFinder finder,
    CourseReconciler courses,
    ReconciliationProgress progress) : IHandle<ReconcileDue>
{
    private readonly Dictionary<string, ILmsApi> _apis = apis.ToDictionary(api => api.Kind);

    /// <inheritdoc/>
    public async Task Handle(ReconcileDue message, Envelope envelope, CancellationToken cancellation)
    {
        var institution = institutions.Get(message.Institution);
        var reconciliation = await reconciliations.Find(institution.Id, message.Source, message.Reconciliation, cancellation)
            ?? throw new FormatException($"There is no reconciliation {message.Source}/{message.Reconciliation}.");
        if (reconciliation.State != ReconciliationState.Running)
            return;
        if (institution.Sources.GetValueOrDefault(message.Source) is not { Api: { } api } source)
            throw new InvalidOperationException(
                $"The source '{message.Source}' of '{institution.Id}' has no API any more; give it one, then retry.");
        var work = new ReconciliationWork(envelope, institution, source, reconciliation, new(gateway, institution, api), _apis[api.Kind]);
        if (message.Course is null)
            await finder.Find(work, cancellation);
        else if (await reconciliations.Course(reconciliation, message.Course, cancellation) is { Ended: null } course)
            await courses.Compare(work, course, cancellation);
        else
            await progress.Close(work, cancellation); // A worker may have been lost just before.
    }
}

/// <summary>What a message about a reconciliation works with.</summary>
/// <param name="Envelope">The message.</param>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">The source.</param>
/// <param name="Reconciliation">The reconciliation.</param>
/// <param name="Line">The connection to its LMS.</param>
/// <param name="Api">What speaks to it.</param>
public sealed record ReconciliationWork(
    Envelope Envelope,
    Institution Institution,
    Source Source,
    Reconciliation Reconciliation,
    PacedConnection Line,
    ILmsApi Api);

