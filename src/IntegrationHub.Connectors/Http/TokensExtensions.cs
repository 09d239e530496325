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
        var token = await tokens.Get(institution, connection, Renew, cancellation);
        try
        {
            return await ask(token.Value);
        }
        catch (OutsideException e) when (e.IsRefusedToken())
        {
            await tokens.Forget(institution, connection, token, cancellation);
            var next = await tokens.Get(institution, connection, Renew, cancellation);
            return await ask(next.Value);
        }

        // Every request needs the token: one that cannot be had is an outage for them all, whatever came in its place.
        async Task<Token> Renew(Token? last, CancellationToken stop)
        {
            try
            {
                return await renew(last, stop);
            }
            catch (OutsideException e) when (e.Fault == OutsideFault.Unreadable)
            {
                throw new OutsideException(OutsideFault.Unavailable, e.Message, inner: e);
            }
        }
    }
}
