using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary><c>Authorization: Bearer</c> (RFC 6750, 2.1) with the source's secret <c>token</c>.</summary>
internal sealed class BearerToken(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(AuthenticationSchemes.Bearer, new("jeton (Bearer)", "token (Bearer)"))
    {
        Secrets = [Setting.Required("token", "le jeton", "the token")],
        Proof = new(
            "Ajoutez l’en-tête Authorization\u00a0: Bearer, suivi de la valeur du réglage {1}.",
            "Add the header Authorization: Bearer, followed by the value of the setting {1}."),
    };

    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.Bearer;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(secrets.Check(source, "token", delivery.Credential("Bearer")));

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, "token").FirstOrDefault() is { } token ? bare.With("Authorization", $"Bearer {token}") : null;
}
