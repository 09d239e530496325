namespace IntegrationHub.Core.Messaging;

/// <summary>A kept delivery, or one event of it, is to be taken.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Address">Where it is kept: <see cref="IPayloads.Keep"/>.</param>
/// <param name="EventId">Which event of it; null for all of it.</param>
public sealed record DeliveryKept(string Institution, string Address, string? EventId = null) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "kept";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;
}
