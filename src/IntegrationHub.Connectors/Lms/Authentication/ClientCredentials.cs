using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary><c>Authorization: Bearer</c> with an access token that the hub gave for the source's secrets <c>clientId</c> and <c>clientSecret</c>.</summary>
internal sealed class ClientCredentials(IAccessTokens tokens) : IAuthentication
{
    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.ClientCredentials;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(tokens.Check(source, delivery.Credential("Bearer")));
}
