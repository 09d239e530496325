using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>Canvas Live Events over HTTPS, signed: the body is a compact RS256 JWT whose payload is one event.</summary>
internal sealed class CanvasLms(SignedBody signatures) : ILms
{
    /// <inheritdoc/>
    public string Kind => "canvas";

    // Canvas switches a subscription off after too many errors, and would send the same bytes again.
    /// <inheritdoc/>
    public int UnreadableStatus => 200;

    /// <inheritdoc/>
    public async Task<bool> Authenticate(Source source, Delivery delivery, CancellationToken cancellation)
    {
        if (CompactJwt.Read(delivery.Body) is not { } jwt || !Uri.TryCreate(source.Settings.GetValueOrDefault("jwks"), UriKind.Absolute, out var keySet))
            return false;
        return await signatures.IsAuthentic(jwt, keySet, cancellation) && IsOurs(source, jwt);
    }

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
        CompactJwt.Read(delivery.Body) is { } jwt
            ? CanvasEvents.Read(JsonReading.Parse(jwt.Payload))
            : new Reading { Fault = "The body is not a compact JWT: switch on \"Sign payload\" in the data stream." });

    // Instructure signs every customer's events with the same keys: the account binds them to the institution.
    private static bool IsOurs(Source source, CompactJwt jwt)
    {
        try
        {
            JsonElement? json = JsonReading.Parse(jwt.Payload);
            return json.Text("metadata", "root_account_uuid") is { } account && source.List("accounts").Contains(account, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
