using System.Collections.Frozen;
using System.Globalization;
using Azure.Storage.Queues.Models;

namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>A message's binding data, as text like the Azure Functions host sends it to its worker.</summary>
internal static class MessageData
{
    public static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["Id", "DequeueCount", "InsertionTime", "ExpirationTime", "NextVisibleTime", "PopReceipt"], StringComparer.OrdinalIgnoreCase);

    public static Dictionary<string, object?> Of(QueueMessage message) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Id"] = message.MessageId,
        ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["InsertionTime"] = Text(message.InsertedOn),
        ["ExpirationTime"] = Text(message.ExpiresOn),
        ["NextVisibleTime"] = Text(message.NextVisibleOn),
        ["PopReceipt"] = message.PopReceipt,
    };

    private static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
