using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>Canvas Live Events over HTTPS, one event a delivery: as the payload of a JWT (signed), or bare.</summary>
internal sealed class CanvasLms : ILms
{
    private static readonly Reading Foreign = new() { IsForeign = true };
    private readonly NoiseBook _noise = new();

    /// <inheritdoc/>
    public string Kind => "canvas";

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
    {
        if (Payload(delivery.Content) is not { } payload)
            return new Reading { Fault = "The body is neither a JSON event nor a compact JWT: choose the format Canvas in the data stream." };
        if (Glance.TryMembers(payload.Span, "metadata"u8, "event_name"u8, "root_account_uuid"u8, out var glance)
            && !glance.First.IsEmpty && !CanvasEvents.MayBeCompletion(glance.First) && IsOurs(source, glance.Second))
            return _noise.Of(glance.First);

        JsonElement? json = JsonReading.Parse(payload);
        return IsOurs(source, Encoding.UTF8.GetBytes(json.Text("metadata", "root_account_uuid") ?? "")) ? CanvasEvents.Read(json) : Foreign;
    });

    private static ReadOnlyMemory<byte>? Payload(ReadOnlyMemory<byte> content) =>
        content.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? content : CompactJwt.Read(content)?.Payload;

    // Instructure signs every customer's events with the same keys: the account binds them to the institution.
    private static bool IsOurs(Source source, ReadOnlySpan<byte> account)
    {
        foreach (var ours in source.List("accounts"))
        {
            if (account.SequenceEqual(Encoding.UTF8.GetBytes(ours)))
                return true;
        }

        return false;
    }
}
