using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// Whether a request's cookies may speak for it. A browser sends them along whoever made the request; so what changes
/// something under a cookie must come from a page of the hub, and prove it with what a page cannot forge.
/// </summary>
public sealed class RequestOrigin(IConfiguration configuration)
{
    private readonly Uri? _public = Uri.TryCreate(configuration["PublicBaseUrl"], UriKind.Absolute, out var address) ? address : null;

    /// <summary>As browsers write it. A stranger's header is compared, never parsed.</summary>
    private string? Public =>
        _public is { } address ? $"{address.Scheme}://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}" : null;

    /// <summary>
    /// Always where it changes nothing or bears no cookie; else only where a page of the hub, or nobody but the person, sent it.
    /// </summary>
    public bool Admits(HttpRequest request) =>
        request.Method is "GET" or "HEAD" or "OPTIONS"
        || request.Headers.Cookie.Count == 0
        || request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => true,
            "" => request.Headers.Origin is [{ } origin] && (IsSame(origin, Public) || IsServedHere(origin, request)),
            _ => false,
        };

    /// <summary>On one machine the hub has several names: <c>localhost</c>, <c>127.0.0.1</c>.</summary>
    private bool IsServedHere(string origin, HttpRequest request) =>
        _public is { IsLoopback: true }
        && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && IsSame(origin, $"{request.Scheme}://{request.Host}");

    private static bool IsSame(string origin, string? expected) => string.Equals(origin, expected, StringComparison.OrdinalIgnoreCase);
}
