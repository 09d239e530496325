using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary><c>Authorization: Bearer</c> with an access token that the hub gave for the source's secrets <c>clientId</c> and <c>clientSecret</c>.</summary>
internal sealed class ClientCredentials(IAccessTokens tokens, InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.ClientCredentials;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(tokens.Check(source, delivery.Credential("Bearer")));

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, "clientId").FirstOrDefault() is { } id
        && secrets.Accepted(source, "clientSecret").FirstOrDefault() is { } secret
        && tokens.Issue(source, id, secret) is { } token
            ? bare.With("Authorization", $"Bearer {token.Value}")
            : null;
}
