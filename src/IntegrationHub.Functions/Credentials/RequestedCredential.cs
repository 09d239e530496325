using IntegrationHub.Core.Model.MicroCredentials;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Credentials;

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
internal static class RequestedCredential
{
    /// <summary>
    /// Splits a file name; without an extension the Accept header decides: a person's browser asks for HTML, everything else gets JSON
    /// unless it prefers a JWT.
    /// </summary>
    /// <returns>The media type is the name by which the caller knows the form. Null where the extension is none of ours.</returns>
    public static (string Name, CredentialForm Form, string MediaType)? Read(HttpRequest request, string file)
    {
        var (name, extension) = file.Split('.', 2) is [var before, var after] ? (before, after) : (file, null);
        return (extension is null ? Accepted(request) : OfExtension(extension)) is var (form, mediaType) ? (name, form, mediaType) : null;
    }

    private static (CredentialForm, string)? OfExtension(string extension) => extension switch
    {
        "json" => (CredentialForm.Json, PublicDocument.Json),
        "jwt" => (CredentialForm.Jwt, PublicDocument.Jwt),
        "png" => (CredentialForm.Png, Picture.Png),
        "svg" => (CredentialForm.Svg, Picture.Svg),
        _ => null,
    };

    private static (CredentialForm, string)? Accepted(HttpRequest request) => request.GetTypedHeaders().Accept
        .Where(accepted => accepted.Quality is null or > 0)
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => Form(accepted.MediaType.Value))
        .FirstOrDefault(form => form is not null) ?? (CredentialForm.Json, PublicDocument.Json);

    private static (CredentialForm, string)? Form(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => (CredentialForm.Page, "text/html"),
        "application/ld+json" => (CredentialForm.Json, PublicDocument.JsonLd),
        "application/vc" or "application/vc+ld+json" => (CredentialForm.Json, PublicDocument.Credential),
        "application/json" or "application/*" or "*/*" => (CredentialForm.Json, PublicDocument.Json),
        "application/jwt" or "application/vc+jwt" or "application/vc-ld+jwt" or "text/plain" => (CredentialForm.Jwt, PublicDocument.Jwt),
        "image/png" => (CredentialForm.Png, Picture.Png),
        "image/svg+xml" => (CredentialForm.Svg, Picture.Svg),
        _ => null,
    };
}
