using System.Text.Json;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

/// <summary>The text of queue messages.</summary>
public sealed class Messages(StorageClients clients)
{
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The text is no message of the hub's.</exception>
    /// <exception cref="NewerShapeException">A newer release sent it.</exception>
    public static Envelope Read(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize(text, PlainJson.Types.Envelope) is not { Id: not null, Institution: not null, Kind: not null } envelope)
                throw new JsonException("The text is no message of the hub's.");
            StoredVersions.Check<Envelope>(envelope.V, envelope.Id);
            return envelope;
        }
        catch (JsonException)
        {
            StoredVersions.Check<Envelope>(Version(text), "");
            throw;
        }
    }

    /// <summary>Puts a message back as it came, to be seen again after a while; who took it may then let it go.</summary>
    public Task PutOff(string queue, string text, TimeSpan delay, CancellationToken cancellation) =>
        clients.Queues.GetQueueClient(queue).SendMessageAsync(text, delay, ForEver, cancellation);

    internal static BinaryData Write(Envelope envelope) => new(JsonSerializer.SerializeToUtf8Bytes(envelope with { V = StoredVersions.Written<Envelope>() }, PlainJson.Types.Envelope));

    /// <summary>The version of a message that this release may not be able to read.</summary>
    private static int? Version(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } message
                && message.TryGetProperty("v", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number)
                ? number
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
