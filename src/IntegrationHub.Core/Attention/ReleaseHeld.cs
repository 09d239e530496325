using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Attention;

/// <summary>What waits for an attention item goes on.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Item">The item.</param>
public sealed record ReleaseHeld(string Institution, string Item) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "release";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;
}
