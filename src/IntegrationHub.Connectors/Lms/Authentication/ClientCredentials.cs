using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// <c>Authorization: Bearer</c> with an access token that the hub gave for the source's secrets <c>clientId</c> and <c>clientSecret</c>.
/// </summary>
internal sealed class ClientCredentials(IAccessTokens tokens, InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(
        AuthenticationSchemes.ClientCredentials,
        new("jeton d’accès OAuth 2.0", "OAuth 2.0 access token"))
    {
        Secrets =
        [
            Setting.Required("clientId", "l’identifiant du client", "the client id"),
            Setting.Required("clientSecret", "le secret du client", "the client secret"),
        ],
        Proof = new(
            "L’expéditeur demande au carrefour un jeton d’accès (client_credentials)\u00a0: client_id est la valeur du réglage {1}, "
                + "client_secret celle de {2}.",
            "The sender asks the hub for an access token (client_credentials): client_id is the value of the setting {1}, "
                + "client_secret that of {2}."),
    };

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
