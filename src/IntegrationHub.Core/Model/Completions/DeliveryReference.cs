namespace IntegrationHub.Core.Model.Completions;

/// <summary>How a message names a kept delivery, or one event of it: <c>{address}</c> or <c>{address}#{event id}</c>.</summary>
/// <param name="Address">Where the delivery is kept.</param>
/// <param name="EventId">Which event of it; null for all of it.</param>
public sealed record DeliveryReference(string Address, string? EventId = null)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null where the message brings its delivery itself.</summary>
    public static DeliveryReference? Parse(string? text) => text?.Split('#', 2) switch
    {
        [var address, var id] => new(address, id),
        [var address] => new(address),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => EventId is null ? Address : $"{Address}#{EventId}";
}
