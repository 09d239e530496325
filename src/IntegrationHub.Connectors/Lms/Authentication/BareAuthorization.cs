using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// The header <c>Authorization</c> is the source's secret <c>token</c> and nothing else, as some Caliper sensors send it.
/// </summary>
internal sealed class BareAuthorization(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(
        AuthenticationSchemes.BareAuthorization,
        new("jeton seul dans Authorization", "bare token in Authorization"))
    {
        Secrets = [Setting.Required("token", "le jeton", "the token")],
        Proof = new(
            "Ajoutez l’en-tête Authorization avec la valeur du réglage {1}, sans rien devant.",
            "Add the header Authorization with the value of the setting {1}, without a prefix."),
    };

    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.BareAuthorization;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(secrets.Check(source, "token", delivery.Header("Authorization")));

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, "token").FirstOrDefault() is { } token ? bare.With("Authorization", token) : null;
}
