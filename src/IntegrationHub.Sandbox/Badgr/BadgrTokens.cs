using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Badgr;

/// <summary>OAuth 2 with the password and refresh_token grants; a refresh token is good once.</summary>
internal sealed class BadgrTokens(TimeProvider time, SandboxOptions options)
{
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);
    private readonly TokenShop _refresh = new(time);

    public TokenShop Access { get; } = new(time);

    public static async Task<IResult> Issue(HttpRequest request, BadgrTokens tokens)
    {
        if (!request.HasFormContentType)
            return Refused(StatusCodes.Status400BadRequest, "unsupported_grant_type", "A form is required.");
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return form["grant_type"].ToString() switch
        {
            "password" when tokens.Knows(form["username"], form["password"]) => tokens.Pair(),
            "refresh_token" when tokens._refresh.Spend(form["refresh_token"]) => tokens.Pair(),
            "password" or "refresh_token" => Refused(StatusCodes.Status401Unauthorized, "invalid_grant", "Invalid credentials given."),
            _ => Refused(StatusCodes.Status400BadRequest, "unsupported_grant_type", "password and refresh_token are supported."),
        };
    }

    private bool Knows(string? user, string? password) =>
        SafeEquals.Same(user, options.Badgr.User) & SafeEquals.Same(password, options.Badgr.Password);

    private IResult Pair() => Results.Json(new
    {
        access_token = Access.IssueOpaque(options.Badgr.TokenLifetime),
        token_type = "Bearer",
        expires_in = (int)options.Badgr.TokenLifetime.TotalSeconds,
        refresh_token = _refresh.IssueOpaque(RefreshLifetime),
        scope = "rw:profile rw:issuer rw:backpack",
    });

    private static IResult Refused(int status, string error, string error_description) =>
        Results.Json(new { error, error_description }, statusCode: status);
}
