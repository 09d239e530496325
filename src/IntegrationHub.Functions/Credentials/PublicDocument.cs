using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Functions.Credentials;

/// <summary>Documents that anybody may fetch, from pages of other sites too.</summary>
internal static class PublicDocument
{
    public const string Json = "application/json";
    public const string JsonLd = "application/ld+json";
    public const string Credential = "application/vc";
    public const string Jwt = "application/vc+jwt";

    /// <summary>A document with an ETag of its content; 304 where the caller has it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="content">The document.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="keep">How long a copy may be kept without asking.</param>
    public static IResult Of(HttpRequest request, ReadOnlyMemory<byte> content, string mediaType, TimeSpan keep)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        headers.CacheControl = $"public, max-age={(int)keep.TotalSeconds}";
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16))}\"");
        return Results.Bytes(content, mediaType, entityTag: etag);
    }
}
