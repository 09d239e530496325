using IntegrationHub.Core.Attention;

namespace IntegrationHub.Core.Intake;

/// <summary>A source sends what cannot be read; the delivery waits to be read again.</summary>
public sealed record UnreadableDelivery : Cause<DeliverySubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [ItemCommand.Retry];

    /// <summary>A delivery.</summary>
    public static AttentionItem Of(string institution, string source, string fault, WaitingCompletion delivery) =>
        new UnreadableDelivery().About(institution, new(source, fault), $"{fault} ({delivery.Payload})");

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => true;
}
