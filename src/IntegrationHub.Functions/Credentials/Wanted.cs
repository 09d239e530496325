using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions;

/// <summary>The forms in which a credential is handed out.</summary>
internal enum CredentialForm
{
    /// <summary>The page for people.</summary>
    Page,

    /// <summary>JSON with an embedded proof.</summary>
    Json,

    /// <summary>A compact JWT.</summary>
    Jwt,

    /// <summary>A picture with the credential baked in.</summary>
    Png,

    /// <summary>A drawing with the credential baked in.</summary>
    Svg,
}

/// <summary>Which credential in which form an address asks for.</summary>
internal static class Wanted
{
    /// <summary>Splits a file name; without an extension the Accept header decides: a person's browser asks for HTML, everything else gets JSON unless it prefers a JWT.</summary>
    /// <returns>Null where the extension is none of ours.</returns>
    public static (string Name, CredentialForm Form)? Read(HttpRequest request, string file) => file.Split('.', 2) switch
    {
        [var name] => (name, Accepted(request)),
        [var name, "json"] => (name, CredentialForm.Json),
        [var name, "jwt"] => (name, CredentialForm.Jwt),
        [var name, "png"] => (name, CredentialForm.Png),
        [var name, "svg"] => (name, CredentialForm.Svg),
        _ => null,
    };

    private static CredentialForm Accepted(HttpRequest request) => request.GetTypedHeaders().Accept
        .Where(accepted => accepted.Quality is null or > 0)
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => Form(accepted.MediaType.Value))
        .FirstOrDefault(form => form is not null) ?? CredentialForm.Json;

    private static CredentialForm? Form(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => CredentialForm.Page,
        "application/json" or "application/ld+json" or "application/vc" or "application/vc+ld+json" or "application/*" or "*/*" => CredentialForm.Json,
        "application/jwt" or "application/vc+jwt" or "application/vc-ld+jwt" or "text/plain" => CredentialForm.Jwt,
        "image/png" => CredentialForm.Png,
        "image/svg+xml" => CredentialForm.Svg,
        _ => null,
    };
}
