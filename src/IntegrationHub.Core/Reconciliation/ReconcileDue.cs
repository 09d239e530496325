using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Reconciliation;

/// <summary>A source's LMS is to be asked for what never came.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Reconciliation">The reconciliation.</param>
/// <param name="Course">The LMS's id of the course to compare; null: its courses are to be found first.</param>
public sealed record ReconcileDue(string Institution, string Source, string Reconciliation, string? Course = null)
    : HubMessage(Institution),
        IMessageKind
{
    static string IMessageKind.Kind => "reconcile";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Reconciliations;
}
