using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>
/// For senders that can prove nothing: the address ends in <c>~</c> and the source's secret <c>address</c>, which only they were told.
/// </summary>
internal sealed class SecretAddress(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(AuthenticationSchemes.SecretAddress, new("adresse secrète", "secret address"))
    {
        Secrets = [Setting.Required(AuthenticationSchemes.AddressKey, "la fin de l’adresse", "the end of the address")],
        Proof = new(
            "Dans l’adresse, remplacez {1} par la valeur de ce réglage\u00a0: quiconque connaît l’adresse peut envoyer.",
            "In the address, replace {1} with the value of that setting: anyone who knows the address can send."),
    };

    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.SecretAddress;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(secrets.Check(source, AuthenticationSchemes.AddressKey, delivery.AddressKey));

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, AuthenticationSchemes.AddressKey).FirstOrDefault() is { } key ? bare with { AddressKey = key } : null;
}
