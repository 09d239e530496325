using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Graph;

/// <summary>Client credentials of one app registration; any tenant id is taken.</summary>
internal sealed class EntraTokens(TimeProvider time)
{
    public TokenShop Shop { get; } = new(time);

    public static async Task<IResult> Issue(string tenant, HttpRequest request, EntraTokens tokens, SandboxOptions options)
    {
        if (!request.HasFormContentType)
            return EntraErrors.Answer(
                StatusCodes.Status400BadRequest,
                "invalid_request",
                900144,
                "The request body must contain the following parameter: 'grant_type'.");
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            return EntraErrors.Answer(
                StatusCodes.Status400BadRequest,
                "unsupported_grant_type",
                70003,
                "The app requested an unsupported grant type.");
        if (!form["scope"].ToString().EndsWith("/.default", StringComparison.Ordinal))
            return EntraErrors.Answer(
                StatusCodes.Status400BadRequest,
                "invalid_scope",
                1002012,
                "The scope of a client credentials request ends with /.default.");
        if (!SafeEquals.Same(form["client_id"], options.Graph.ClientId))
            return EntraErrors.Answer(
                StatusCodes.Status400BadRequest,
                "unauthorized_client",
                700016,
                "The application was not found in the directory.");
        if (!SafeEquals.Same(form["client_secret"], options.Graph.ClientSecret))
            return EntraErrors.Answer(StatusCodes.Status401Unauthorized, "invalid_client", 7000215, "Invalid client secret provided.");
        var seconds = (int)options.Graph.TokenLifetime.TotalSeconds;
        return Results.Json(
            new
            {
                token_type = "Bearer",
                expires_in = seconds,
                ext_expires_in = seconds,
                access_token = tokens.Shop.IssueJwt($"https://sts.windows.net/{tenant}/", options.Graph.TokenLifetime),
            });
    }
}
