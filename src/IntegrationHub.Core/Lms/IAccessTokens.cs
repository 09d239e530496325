using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Lms;

/// <summary>
/// Access tokens that the hub itself gives to senders (OAuth 2.0 client credentials, RFC 6749, 4.4). None is stored: each proves itself.
/// </summary>
public interface IAccessTokens
{
    /// <summary>A token for who gives the source's client id and secret; null for anybody else.</summary>
    AccessToken? Issue(Source source, string clientId, string clientSecret);

    /// <summary>Whether a token is one of the source's and still in time.</summary>
    Admission Check(Source source, ReadOnlySpan<char> token);
}

/// <summary>An access token.</summary>
/// <param name="Value">What the sender puts behind <c>Authorization: Bearer</c>.</param>
/// <param name="Lifetime">How long it counts, unless the client secret ends sooner.</param>
public sealed record AccessToken(string Value, TimeSpan Lifetime);
