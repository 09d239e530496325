using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Http;

/// <summary>Requests that need an access token.</summary>
internal static class TokensExtensions
{
    /// <summary>Asks with a token; where the other side refuses the token, once more with a new one.</summary>
    public static async Task<T> With<T>(
        this ITokens tokens,
        Institution institution,
        Connection connection,
        Func<Token?, CancellationToken, Task<Token>> renew,
        Func<string, Task<T>> ask,
        CancellationToken cancellation)
    {
        var token = await tokens.Get(institution, connection, renew, cancellation);
        try
        {
            return await ask(token.Value);
        }
        catch (OutsideException e) when (e.IsRefusedToken())
        {
            await tokens.Forget(institution, connection, token, cancellation);
            var next = await tokens.Get(institution, connection, renew, cancellation);
            return await ask(next.Value);
        }
    }
}
