using System.Net;
using System.Text;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Hooks;

/// <summary>A request for an access token (RFC 6749, 4.4.2), read but not yet believed.</summary>
/// <param name="Clients">Who the sender may say it is: id and secret as they stand there, then decoded as 2.3.1 wants it and few senders
/// do.</param>
/// <param name="Error">The error code of 5.2 where it is no such request; null where it is.</param>
internal sealed record TokenRequest(IReadOnlyList<(string Id, string Secret)> Clients, string? Error = null)
{
    public static async Task<TokenRequest> Read(HttpRequest request)
    {
        if ((await FormBody.Read(request)).Form is not { } form
            || form.Any(field => field.Value.Count > 1)
            || form["grant_type"] is not [{ Length: > 0 } grant])
            return Faulty("invalid_request");
        if (grant != "client_credentials")
            return Faulty("unsupported_grant_type");
        var inForm = form.ContainsKey("client_secret");
        if (request.Headers.Authorization is not [{ } header])
            return new(inForm ? [($"{form["client_id"]}", $"{form["client_secret"]}")] : []);
        return inForm ? Faulty("invalid_request") : new(Basic(header));
    }

    private static TokenRequest Faulty(string error) => new([], error);

    private static IReadOnlyList<(string Id, string Secret)> Basic(string header)
    {
        const string scheme = "Basic ";
        var bytes = new byte[header.Length];
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out var length))
            return [];
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret]
            ? [(id, secret), (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret))]
            : [];
    }
}
