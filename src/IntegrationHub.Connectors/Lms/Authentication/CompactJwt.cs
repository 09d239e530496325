using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>A signed JWT in compact form, taken apart but not yet believed.</summary>
/// <param name="Token">The whole token.</param>
/// <param name="Algorithm">Header <c>alg</c>.</param>
/// <param name="KeyId">Header <c>kid</c>.</param>
/// <param name="Payload">The bytes of the payload.</param>
internal sealed record CompactJwt(string Token, string? Algorithm, string? KeyId, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Takes a body apart; null where it is no compact JWT.</summary>
    public static CompactJwt? Read(ReadOnlyMemory<byte> body)
    {
        var token = Encoding.UTF8.GetString(body.Span).Trim();
        var parts = token.Split('.');
        if (parts.Length != 3 || parts.Any(p => p.Length == 0 || !Base64Url.IsValid(p)))
            return null;
        try
        {
            JsonElement? header = JsonReading.Parse(Base64Url.DecodeFromChars(parts[0]));
            return new(token, header.Text("alg"), header.Text("kid"), Base64Url.DecodeFromChars(parts[1]));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
