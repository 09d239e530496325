using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>An access token of an outside system.</summary>
/// <param name="Value">The token: a secret.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="Refresh">The refresh token that came with it, if any: a secret.</param>
public sealed record Token(string Value, DateTimeOffset Expires, string? Refresh = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"token until {Expires:O}";
}

/// <summary>
/// Access tokens, shared by all instances and kept encrypted: a vendor that gives one token per ten seconds is asked once.
/// </summary>
public interface ITokens
{
    /// <summary>A token that is valid for a while yet.</summary>
    /// <param name="institution">Whose.</param>
    /// <param name="connection">For which system.</param>
    /// <param name="renew">Gets a new token; is given the last one (its refresh token may serve), or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<Token> Get(
        Institution institution,
        Connection connection,
        Func<Token?, CancellationToken, Task<Token>> renew,
        CancellationToken cancellation);


    /// <summary>Forgets a token that the other side refused, unless a newer one is already there.</summary>
    Task Forget(Institution institution, Connection connection, Token refused, CancellationToken cancellation);
}
