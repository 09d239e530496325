using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>Takes in what an LMS told when it was asked, through the queue that deliveries take.</summary>
public sealed class ReconciledIntake(IReconciledForm form, IQueues queues, TimeProvider time)
{
    /// <summary>Puts completions on their way, as if the LMS had sent them.</summary>
    public async Task TakeIn(Institution institution, Source source, IReadOnlyList<Completion> news, CancellationToken cancellation)
    {
        foreach (var completion in news)
            await queues.Send(
                TrackingId.New(),
                new DeliveryArrived(institution.Id, form.Write(source.Name, completion, time.GetUtcNow())),
                cancellation);
    }
}
