using System.Text.Json;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

/// <summary>The text of queue messages.</summary>
public static class Messages
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The text is no message of the hub's.</exception>
    public static Envelope Read(string text) =>
        JsonSerializer.Deserialize(text, PlainJson.Types.Envelope) is { V: 1, Id: not null, Institution: not null, Kind: not null } envelope
            ? envelope
            : throw new JsonException("The text is no message of version 1.");

    internal static BinaryData Write(Envelope envelope) => new(JsonSerializer.SerializeToUtf8Bytes(envelope, PlainJson.Types.Envelope));
}
