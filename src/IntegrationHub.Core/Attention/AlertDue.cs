using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Attention;

/// <summary>The channel is to hear of an attention item.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Item">The item.</param>
public sealed record AlertDue(string Institution, string Item) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "alert";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Notices;
}
