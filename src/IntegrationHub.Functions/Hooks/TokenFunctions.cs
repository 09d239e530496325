using System.Text.Json.Serialization;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Hooks;

/// <summary>
/// Where a sender that wants one gets an access token (OAuth 2.0, RFC 6749, 4.4), for sources with the scheme <c>clientCredentials</c>.
/// </summary>
public sealed class IssueTokenFunction(HookAddress addresses, IAccessTokens tokens)
{
    /// <summary>Gives a token to who shows the source's client id and secret, in the header or in the form.</summary>
    [Function("IssueToken")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/{institution}/{source}/token")] HttpRequest request,
        string institution,
        string source)
    {
        (request.HttpContext.Response.Headers.CacheControl, request.HttpContext.Response.Headers.Pragma) = ("no-store", "no-cache");
        return addresses.Answer(request, institution, source, async found => found.Authentication == AuthenticationSchemes.ClientCredentials
            ? Issue(request, found, await TokenRequest.Read(request))
            : Results.NotFound());
    }

    private IResult Issue(HttpRequest request, Source source, TokenRequest asked)
    {
        if (asked.Error is { } error)
            return Results.Json(new { error }, statusCode: StatusCodes.Status400BadRequest);
        foreach (var (id, secret) in asked.Clients)
            if (tokens.Issue(source, id, secret) is { } token)
                return Results.Json(new Answer(token.Value, "Bearer", (int)token.Lifetime.TotalSeconds));
        request.HttpContext.Response.Headers.WWWAuthenticate = Refusals.Basic;
        return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
    }

    // RFC 6749, 5.1.
    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
