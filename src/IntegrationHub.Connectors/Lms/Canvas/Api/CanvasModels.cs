using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Lms.Canvas.Api;

/// <summary>A user; SIS id, login and e-mail are there where the token's user may see them.</summary>
internal sealed record CanvasUser(
    long Id,
    [property: JsonPropertyName("sis_user_id")] string? SisUserId,
    [property: JsonPropertyName("login_id")] string? LoginId,
    string? Email);
