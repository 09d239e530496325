using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Intake;

/// <summary>A delivery of a source. One too large for a queue travels as <see cref="DeliveryKept"/>.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Delivery">The delivery.</param>
public sealed record DeliveryArrived(string Institution, StoredDelivery Delivery) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "delivery";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;
}
